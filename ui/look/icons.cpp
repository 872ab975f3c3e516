#include "ui/look/icons.h"

#include "ui/look/theme.h"

#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>

using namespace Qt::StringLiterals;

namespace {

// The pixel sizes that the build makes of each drawing, ascending.
constexpr std::array madeSizes{12, 14, 16, 20, 24, 28, 32, 40, 48, 64, 96, 144};
constexpr std::array applicationSizes{16, 24, 32, 48, 64, 128, 256, 512};

// In the order of the enum.
constexpr std::array<const char *, iconCount> fileNames{
    "access-point",
    "add",
    "asked",
    "authorized",
    "blocked",
    "cancel",
    "cancelled",
    "certificate",
    "chevron-down",
    "chevron-left",
    "chevron-right",
    "chevron-up",
    "close",
    "columns",
    "confirmed",
    "controller",
    "copy",
    "demo",
    "desk",
    "differs",
    "edit",
    "expired",
    "export",
    "extend",
    "filter",
    "guest",
    "history",
    "info",
    "key",
    "laptop",
    "lock",
    "menu",
    "more",
    "not-confirmed",
    "offline",
    "phone",
    "preset",
    "print",
    "private",
    "refresh",
    "refused",
    "remove",
    "search",
    "settings",
    "site",
    "sites",
    "tablet",
    "undo",
    "unknown",
    "waiting",
    "warning",
    "wired",
    "wireless-0",
    "wireless-1",
    "wireless-2",
    "wireless-3",
    "wireless-4",
};

QImage drawing(IconName name, int pixels)
{
    const auto fit = std::ranges::lower_bound(madeSizes, pixels);
    const int made = fit == madeSizes.end() ? madeSizes.back() : *fit;
    // Converted before anything else: the file may be grey or indexed, and scaling those breaks the
    // colours.
    QImage image
        = QImage(u":/gatehouse/icons/%1-%2.png"_s.arg(
                     QLatin1StringView(fileNames[size_t(name)]), QString::number(made)))
              .convertToFormat(QImage::Format_ARGB32_Premultiplied);
    if (made == pixels)
        return image;
    return image.scaled(pixels, pixels, Qt::KeepAspectRatio, Qt::SmoothTransformation);
}

/// One short string without formatting: tables ask for icons in every cell they paint.
QString cacheKey(IconName name, int pixels, QRgb colour, qreal devicePixelRatio)
{
    const std::array<QChar, 8> parts{u'g', u'h', u'i', QChar(ushort(name)), QChar(ushort(pixels)),
        QChar(ushort(colour >> 16)), QChar(ushort(colour & 0xffff)),
        QChar(ushort(qRound(devicePixelRatio * 100)))};
    return QString(parts.data(), qsizetype(parts.size()));
}

/// Tints at painting time, so that one QIcon serves both schemes.
class InkEngine final : public QIconEngine
{
public:
    InkEngine(IconName name, Token ink)
        : m_name(name)
        , m_ink(ink)
    {
    }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        icons::paint(painter, rect, m_name, colour(mode));
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        return scaledPixmap(size, mode, state, 1.0);
    }

    // size comes in device pixels already.
    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State, qreal) override
    {
        return icons::pixmap(m_name, qMin(size.width(), size.height()), colour(mode), 1.0);
    }

    [[nodiscard]] QIconEngine *clone() const override { return new InkEngine(*this); }
    QString key() const override { return u"gatehouse"_s; }

private:
    [[nodiscard]] QColor colour(QIcon::Mode mode) const
    {
        return Theme::colour(
            mode == QIcon::Disabled ? Token::Disabled : m_ink, QGuiApplication::palette());
    }

    IconName m_name;
    Token m_ink;
};

} // namespace

namespace icons {

QIcon icon(IconName name, Token ink)
{
    return QIcon(new InkEngine(name, ink));
}

QPixmap pixmap(IconName name, int size, const QColor &colour, qreal devicePixelRatio)
{
    const int pixels = qRound(size * devicePixelRatio);
    const QString key = cacheKey(name, pixels, colour.rgba(), devicePixelRatio);
    QPixmap tinted;
    if (QPixmapCache::find(key, &tinted))
        return tinted;
    QImage image = drawing(name, pixels);
    QPainter painter(&image);
    painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
    painter.fillRect(image.rect(), colour);
    painter.end();
    tinted = QPixmap::fromImage(std::move(image));
    tinted.setDevicePixelRatio(devicePixelRatio);
    QPixmapCache::insert(key, tinted);
    return tinted;
}

void paint(QPainter *painter, const QRect &rect, IconName name, const QColor &colour)
{
    const int size = qMin(rect.width(), rect.height());
    const QPoint corner(
        rect.x() + (rect.width() - size) / 2, rect.y() + (rect.height() - size) / 2);
    painter->drawPixmap(corner, pixmap(name, size, colour, painter->device()->devicePixelRatioF()));
}

IconName wireless(int level)
{
    return IconName(int(IconName::Wireless0) + qBound(0, level, 4));
}

QIcon application()
{
    QIcon icon;
    for (const int size : applicationSizes)
        icon.addFile(u":/gatehouse/application/%1.png"_s.arg(size), QSize(size, size));
    return icon;
}

} // namespace icons
