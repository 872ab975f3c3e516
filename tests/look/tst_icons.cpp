#include "ui/look/icons.h"
#include "ui/look/theme.h"

#include <QDir>
#include <QGuiApplication>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

int paintedPixels(const QImage &image)
{
    int painted = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            painted += qAlpha(image.pixel(x, y)) > 0 ? 1 : 0;
    }
    return painted;
}

bool onlyIn(const QImage &image, const QColor &colour)
{
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            const QColor pixel = image.pixelColor(x, y);
            if (pixel.alpha() == 255 && pixel.rgb() != colour.rgb())
                return false;
        }
    }
    return true;
}

} // namespace

class TestIcons : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    { // The offscreen platform says so of every window.
        QTest::failOnWarning(
            QRegularExpression(u"^(?!This plugin does not support propagateSizeHints)"_s));
    }

    void everyNameHasADrawingAtEverySize()
    {
        for (int i = 0; i < iconCount; ++i) {
            for (const int size : {12, 16, 20, 48}) {
                for (const qreal ratio : {1.0, 1.5, 2.0, 3.0}) {
                    const QPixmap pixmap = icons::pixmap(IconName(i), size, Qt::red, ratio);
                    QCOMPARE(pixmap.width(), qRound(size * ratio));
                    QVERIFY2(
                        paintedPixels(pixmap.toImage()) > size, qPrintable(QString::number(i)));
                }
            }
        }
    }

    void everyDrawingHasAName()
    {
        const QDir sources(qEnvironmentVariable("GATEHOUSE_SOURCE_DIR") + u"/resources/icons"_s);
        QCOMPARE(sources.entryList({u"*.svg"_s}, QDir::Files).size(), iconCount);
    }

    void noTwoNamesShareADrawing()
    {
        QSet<QByteArray> seen;
        for (int i = 0; i < iconCount; ++i) {
            const QImage image = icons::pixmap(IconName(i), 48, Qt::black, 1).toImage();
            seen.insert(
                QByteArray(reinterpret_cast<const char *>(image.constBits()), image.sizeInBytes()));
        }
        QCOMPARE(seen.size(), iconCount);
    }

    void aDrawingTakesTheColourItIsGiven()
    {
        const QImage image = icons::pixmap(IconName::Warning, 32, QColor(10, 200, 30), 1).toImage();
        QVERIFY(onlyIn(image, QColor(10, 200, 30)));
    }

    void aTintIsNotMistakenForAnother()
    {
        for (const QRgb colour :
            {0xff00d800U, 0xff00dc00U, 0xffd80000U, 0xffdc0000U, 0xffd8d8d8U}) {
            const QImage image = icons::pixmap(IconName::Warning, 32, QColor(colour), 1).toImage();
            QVERIFY(onlyIn(image, QColor(colour)));
        }
    }

    void anIconFollowsTheScheme()
    {
        const QIcon icon = icons::icon(IconName::Wired);
        for (const Scheme scheme : allSchemes) {
            QGuiApplication::setPalette(Theme::palette(scheme));
            QVERIFY(onlyIn(icon.pixmap(32, 32).toImage(), tokenColour(Token::Ink, scheme)));
            QVERIFY(onlyIn(icon.pixmap(QSize(32, 32), QIcon::Disabled).toImage(),
                tokenColour(Token::Disabled, scheme)));
        }
    }

    void anIconIsSharpOnADenseScreen()
    {
        const QPixmap pixmap = icons::icon(IconName::Key).pixmap(QSize(16, 16), 2.0);
        QCOMPARE(pixmap.size(), QSize(32, 32));
        QCOMPARE(pixmap.devicePixelRatio(), 2.0);
    }

    void theProgramHasItsOwnIconFromSmallToLarge()
    {
        for (const int size : {16, 24, 32, 48, 64, 128, 256, 512})
            QCOMPARE(icons::application().pixmap(size, size).width(), size);
    }
};

QTEST_MAIN(TestIcons)
#include "tst_icons.moc"
