#pragma once

#include <QCache>
#include <QPainter>
#include <QPixmap>

/// Small drawings that a table repeats in row after row: each is painted once and kept.
class KeptDrawings
{
public:
    KeptDrawings()
        : m_drawings(keptBytes)
    {
    }

    /// Draws into rect what paint(QPainter *, QRect) draws into a rect of that size. All that it
    /// looks like must follow from the size and from look.
    template <typename Paint>
    void draw(QPainter *painter, const QRect &rect, quint32 look, const Paint &paint)
    {
        const qreal ratio = painter->device()->devicePixelRatioF();
        // Between two pixels of the screen a kept drawing would blur.
        if (ratio != int(ratio) || rect.isEmpty())
            return paint(painter, rect);
        const Key key{rect.width(), rect.height(), look, int(ratio)};
        if (const QPixmap *kept = m_drawings.object(key))
            return painter->drawPixmap(rect.topLeft(), *kept);
        QPixmap drawing(rect.size() * int(ratio));
        drawing.setDevicePixelRatio(ratio);
        drawing.fill(Qt::transparent);
        QPainter into(&drawing);
        paint(&into, QRect(QPoint(0, 0), rect.size()));
        into.end();
        painter->drawPixmap(rect.topLeft(), drawing);
        m_drawings.insert(
            key, new QPixmap(drawing), drawing.width() * drawing.height() * bytesAPixel);
    }

    void forget() { m_drawings.clear(); }

private:
    static constexpr int keptBytes = 4 * 1024 * 1024;
    static constexpr int bytesAPixel = 4;

    struct Key
    {
        int width = 0;
        int height = 0;
        quint32 look = 0;
        int ratio = 0;

        friend bool operator==(const Key &, const Key &) = default;
        friend size_t qHash(const Key &key, size_t seed = 0)
        {
            return qHashMulti(seed, key.width, key.height, key.look, key.ratio);
        }
    };

    QCache<Key, QPixmap> m_drawings;
};
