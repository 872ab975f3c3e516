#pragma once

#include <QWidget>

class QMenu;
class QPushButton;

/// A primary button with a menu part beside it: the usual thing by one click, its variants below
/// the arrow. Two buttons for keyboard and screen reader, with names of their own.
class SplitButton : public QWidget
{
    Q_OBJECT

public:
    /// text is what the left part says and is called; menuName is what the arrow is called.
    SplitButton(const QString &text, const QString &menuName, QWidget *parent = nullptr);

    void setText(const QString &text);

    /// Names the main part apart from its text, when that carries more than the action ("Authorize
    /// 24 h").
    void setActionName(const QString &name);

    /// Not owned. Without a menu the arrow is disabled.
    void setMenu(QMenu *menu);

    /// The tool tip says why, where it cannot be used.
    void setActionEnabled(bool enabled, const QString &reason = {});
    void setMenuEnabled(bool enabled, const QString &reason = {});

    [[nodiscard]] QPushButton *actionPart() const { return m_action; }
    [[nodiscard]] QPushButton *menuPart() const { return m_arrow; }

Q_SIGNALS:
    void clicked();

private:
    void showMenu();

    QPushButton *m_action;
    QPushButton *m_arrow;
    QMenu *m_menu = nullptr;
};
