#pragma once

#include "ui/dialogs/actionsubject.h"
#include "ui/dialogs/sheet.h"

class QLineEdit;

/// Asks why authorizations end, and ends them. L, W or A gives the reason and does it at once; O
/// goes to a reason in words, which Enter sends off.
class CancelDialog : public Sheet
{
    Q_OBJECT

public:
    CancelDialog(Gatehouse &gatehouse, const QList<ClientKey> &keys, QWidget *parent = nullptr);

Q_SIGNALS:
    /// This many cancellations were asked for.
    void asked(int count);

protected:
    void confirm() override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    struct Reason
    {
        Qt::Key key;
        QString word; ///< as it goes into the history
    };

    void buildReasons();
    void cancelFor(const QString &reason);
    [[nodiscard]] QString consequences() const;

    Gatehouse &m_gatehouse;
    ActionSubject m_subject;
    QList<Reason> m_reasons;
    QLineEdit *m_words = nullptr;
};
