#pragma once

#include "core/audit.h"
#include "core/job.h"

#include <QWidget>

class Gatehouse;
class QPushButton;
class QVBoxLayout;
class TextLabel;

/// What history knows of one device: its latest records in a line or two each.
class DeviceHistory : public QWidget
{
    Q_OBJECT

public:
    explicit DeviceHistory(Gatehouse &gatehouse, QWidget *parent = nullptr);

    /// Reads the latest records of this device, and shows them when they are there.
    void showDevice(const MacAddress &mac);

Q_SIGNALS:
    /// The whole history of this device is wished for.
    void allAsked(const MacAddress &mac);

private:
    void show(const Result<QList<AuditRecord>> &records);
    void addRecord(const AuditRecord &record);
    void clear();
    [[nodiscard]] QString sentence(const AuditRecord &record) const;

    Gatehouse &m_gatehouse;
    MacAddress m_mac;
    QPointer<JobBase> m_asked;
    std::optional<QList<AuditRecord>> m_shown; ///< absent while they are read, or could not be
    QVBoxLayout *m_records;
    TextLabel *m_note;
    QPushButton *m_all;
};
