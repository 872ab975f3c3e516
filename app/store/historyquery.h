#pragma once

#include "core/audit.h"

#include <QString>
#include <QVariantList>

/// The SELECT that a filter means, with what is to be bound to it. The one place where history is
/// searched. Yields for each record the columns of its intent and then those of its outcome, null
/// where there is none, newest first.
struct HistoryQuery
{
    QString sql;
    QVariantList values;
};

[[nodiscard]] HistoryQuery historyQuery(const HistoryFilter &filter);
