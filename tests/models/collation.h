#pragma once

#include "ui/models/stringranks.h"

#include <QStringList>

/// Whether this system's sort keys put texts in the order of its comparisons, as Windows promises
/// and wine does not hold.
inline bool sortKeysAreComparisons()
{
    const QCollator collator = textCollator();
    const QStringList texts{QStringLiteral("Guest 9"), QStringLiteral("Guest 10"),
        QStringLiteral("guest 010"), QStringLiteral("Client 100"), QStringLiteral("client 99"),
        QStringLiteral("c2"), QStringLiteral("c10"), QStringLiteral("Anna-2"),
        QStringLiteral("anna 2")};
    const auto sign = [](int order) { return (order > 0) - (order < 0); };
    for (const QString &one : texts)
        for (const QString &other : texts)
            if (sign(collator.compare(one, other))
                != sign(collator.sortKey(one).compare(collator.sortKey(other))))
                return false;
    return true;
}
