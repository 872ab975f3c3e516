#pragma once

#include <QWidget>

class ClientActions;
class IconButton;
class QAction;
class QPushButton;
class SplitButton;
class TextLabel;

/// The actions as buttons, and below them why those that cannot be used now cannot.
class ActionButtons : public QWidget
{
    Q_OBJECT

public:
    explicit ActionButtons(ClientActions &actions, QWidget *parent = nullptr);

private:
    [[nodiscard]] QPushButton *makeButton(QAction *action);
    [[nodiscard]] IconButton *makeMenuButton();
    void review();
    [[nodiscard]] QString reasons() const;

    ClientActions &m_actions;
    SplitButton *m_authorize;
    QPushButton *m_custom;
    QPushButton *m_extend;
    QPushButton *m_cancel;
    IconButton *m_more;
    TextLabel *m_why;
};
