#pragma once

#include <QList>

namespace wire {

/// One page of a list that comes in pages.
template <typename Row>
struct Page
{
    qint64 offset = 0; ///< of the first row in the whole list
    qint64 limit = 0; ///< rows that a full page has; may be fewer than were asked for
    qint64 total = 0; ///< rows of the whole list, as the controller counted them for this page
    qint64 count = 0; ///< rows on this page, those that were skipped included
    QList<Row> rows;
};

} // namespace wire
