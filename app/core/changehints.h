#pragma once

#include <QObject>
#include <QString>

/// Says that something may have happened at a site before a poll would have found out. A hint and
/// nothing more: it may come late, for nothing, or not at all, and its silence is no failure.
class ChangeHints : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// The one site to listen to from now on; empty: none.
    virtual void listenTo(const QString &siteId) = 0;

Q_SIGNALS:
    void mayHaveChanged(const QString &siteId);
};
