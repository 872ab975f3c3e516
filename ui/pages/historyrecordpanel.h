#pragma once

#include "core/audit.h"
#include "ui/widgets/surface.h"

#include <QList>

class Facts;
class QPushButton;
class StateChip;
class TextLabel;

/// One record in full: what was asked and what came of it, the proof, who, for whom, why, and
/// where; and what can be done about it.
class HistoryRecordPanel : public Surface
{
    Q_OBJECT

public:
    explicit HistoryRecordPanel(QWidget *parent = nullptr);

    /// None or several: says how many instead.
    void show(const QList<AuditRecord> &records);

    /// What is said beneath the Undo button of the one record; empty: it can be pressed.
    void setNoUndo(const QString &reason);

Q_SIGNALS:
    void copyAsked();
    void undoAsked();
    void seenAsked();

private:
    [[nodiscard]] QWidget *buildContents();
    [[nodiscard]] QWidget *buildButtons();
    void showOne(const AuditRecord &record);
    void showWho(const AuditRecord &record);
    void showProof(const AuditRecord &record);
    void showLimits(const AuditRecord &record);

    TextLabel *m_hint = nullptr;
    QWidget *m_contents = nullptr;
    TextLabel *m_title = nullptr;
    StateChip *m_chip = nullptr;
    TextLabel *m_message = nullptr;
    Facts *m_asked = nullptr;
    Facts *m_who = nullptr;
    Facts *m_where = nullptr;
    Facts *m_proof = nullptr;
    QPushButton *m_undo = nullptr;
    TextLabel *m_noUndo = nullptr;
    QPushButton *m_seen = nullptr;
};
