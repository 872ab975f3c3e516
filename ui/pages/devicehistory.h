#pragma once

#include "core/audit.h"

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

    /// Reads the latest records of this device.
    void showDevice(const MacAddress &mac);

Q_SIGNALS:
    /// The whole history of this device is wished for.
    void allAsked(const MacAddress &mac);

private:
    void addRecord(const AuditRecord &record);
    void clear();
    [[nodiscard]] QString sentence(const AuditRecord &record) const;

    Gatehouse &m_gatehouse;
    MacAddress m_mac;
    QVBoxLayout *m_records;
    TextLabel *m_note;
    QPushButton *m_all;
};
