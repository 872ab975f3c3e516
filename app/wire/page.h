#pragma once

#include "core/clientlist.h"

#include <type_traits>

namespace wire {

/// How many rows are kept: clients packed, for there are many of them.
template <typename Row>
using ListOf = std::conditional_t<std::is_same_v<Row, WifiClient>, ClientList, QList<Row>>;

/// One page of a list that comes in pages.
template <typename Row>
struct Page
{
    qint64 offset = 0; ///< of the first row in the whole list
    qint64 limit = 0; ///< rows that a full page has; may be fewer than were asked for
    qint64 total = 0; ///< rows of the whole list, as the controller counted them for this page
    qint64 count = 0; ///< rows on this page, those that were skipped included
    ListOf<Row> rows;
};

} // namespace wire
