#pragma once

#include "core/audit.h"
#include "ui/widgets/surface.h"

#include <QList>

class Facts;
class StateChip;
class TextLabel;

/// One record in full: what was asked and what came of it, the proof, who, for whom, why, and
/// where.
class HistoryRecordPanel : public Surface
{
    Q_OBJECT

public:
    explicit HistoryRecordPanel(QWidget *parent = nullptr);

    /// None or several: says how many instead.
    void show(const QList<AuditRecord> &records);

Q_SIGNALS:
    void copyAsked();

private:
    [[nodiscard]] QWidget *buildContents();
    void showOne(const AuditRecord &record);
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
};
