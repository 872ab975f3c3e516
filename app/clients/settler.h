#pragma once

#include "clients/settlingrun.h"

#include <QSet>

#include <functional>
#include <memory>

/// Settles the records that a program left without an outcome when it died, a few at a time, by
/// asking their controllers. What it settles is settled for good; a record of a program that still
/// runs is none of its business, and the log does not name it.
class Settler : public QObject
{
    Q_OBJECT

public:
    /// audit and clock must outlive the settler.
    Settler(AuditLog &audit, const Clock &clock, ReportWording wording, ReadBackPatience patience,
        QObject *parent = nullptr);

    /// Empty: those of all controllers.
    [[nodiscard]] Result<QList<AuditRecord>> openRecords(const QString &controllerId = {}) const;

    using MannerFor = std::function<SettlingManner(const AuditRecord &)>;

    /// Asks this controller about all of its open records, each in its manner. The answer holds
    /// every record that was open and not being settled already, with its outcome where it has one
    /// now. A driver that dies ends it.
    [[nodiscard]] Job<QList<AuditRecord>> *settle(
        const QString &controllerId, ControllerDriver &driver, MannerFor mannerFor);

    /// Nobody can be asked about these: unknown, for good.
    [[nodiscard]] Result<QList<AuditRecord>> giveUp(
        const QList<AuditRecord> &records, const Failure &why);

Q_SIGNALS:
    void settled(const AuditRecord &record);

private:
    struct Round;

    void startNext(const std::shared_ptr<Round> &round);

    AuditLog &m_audit;
    const Clock &m_clock;
    const ReportWording m_wording;
    const ReadBackPatience m_patience;
    QSet<qint64> m_underWay;
};
