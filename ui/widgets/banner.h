#pragma once

#include <QWidget>

class QAbstractButton;
class QLabel;

/// A line across a page that stays until it is dealt with: demo mode, an offline controller, a
/// missing keychain.
class Banner : public QWidget
{
    Q_OBJECT

public:
    enum class Kind { Info, Warning, Failure };

    explicit Banner(Kind kind, const QString &text = {}, QWidget *parent = nullptr);

    void setText(const QString &text);
    [[nodiscard]] QString text() const;

    /// One thing to do about it; an empty text takes the button away.
    void setAction(const QString &text);
    void setDismissible(bool dismissible);

Q_SIGNALS:
    void actionTriggered();
    /// The person closed it; it has hidden itself.
    void dismissed();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Kind m_kind;
    QLabel *m_text;
    QAbstractButton *m_action;
    QAbstractButton *m_close;
};
