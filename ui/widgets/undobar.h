#pragma once

#include "ui/widgets/statechip.h"

#include <QElapsedTimer>
#include <QTimer>
#include <QVariantAnimation>
#include <QWidget>

class ElidedLabel;
class QPushButton;

/// What has just been done, and the way back for a few seconds. Slides in from below over its
/// parent's lower edge and never takes the focus.
class UndoBar : public QWidget
{
    Q_OBJECT

public:
    explicit UndoBar(QWidget *parent);

    /// Replaces what was offered before, without a word about it.
    void offer(ChipKind kind, const QString &sentence, std::chrono::milliseconds time);
    void withdraw();
    [[nodiscard]] bool isOffering() const { return m_tick.isActive(); }
    [[nodiscard]] QString sentence() const;

Q_SIGNALS:
    void undoRequested();
    /// The time is over; the bar is going.
    void expired();

protected:
    void paintEvent(QPaintEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void countDown();
    void slide(bool in);
    void place();

    Token m_ink = Token::AuthorizedInk;
    class IconLabel *m_icon;
    ElidedLabel *m_sentence;
    QPushButton *m_undo;
    ElidedLabel *m_left;
    QTimer m_tick;
    QElapsedTimer m_since;
    std::chrono::milliseconds m_time{0};
    QVariantAnimation m_slide; ///< 0 outside … 1 in place
};
