#include "ui/look/tokens.h"

#include <QTest>

#include <cmath>

namespace {

/// WCAG 2.1, relative luminance.
double luminance(const QColor &colour)
{
    const auto linear = [](double channel) {
        return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF())
        + 0.0722 * linear(colour.blueF());
}

double contrast(const QColor &one, const QColor &other)
{
    const double a = luminance(one) + 0.05;
    const double b = luminance(other) + 0.05;
    return a > b ? a / b : b / a;
}

struct TextPair
{
    const char *name;
    Token ink;
    Token ground;
};

// Token::Disabled is missing on purpose: WCAG exempts the text of inactive controls, and it has to
// look inactive.
constexpr TextPair textPairs[] = {
    {"ink on paper", Token::Ink, Token::Paper},
    {"ink on panel", Token::Ink, Token::Panel},
    {"ink on raised", Token::Ink, Token::Raised},
    {"ink on hover", Token::Ink, Token::Hover},
    {"ink on pressed", Token::Ink, Token::Pressed},
    {"ink on selection", Token::Ink, Token::Selection},
    {"ink on glow", Token::Ink, Token::Glow},
    {"ink 2 on paper", Token::Ink2, Token::Paper},
    {"ink 2 on panel", Token::Ink2, Token::Panel},
    {"ink 2 on raised", Token::Ink2, Token::Raised},
    {"ink 2 on hover", Token::Ink2, Token::Hover},
    {"ink 2 on pressed", Token::Ink2, Token::Pressed},
    {"ink 2 on selection", Token::Ink2, Token::Selection},
    {"ink 2 on glow", Token::Ink2, Token::Glow},
    {"accent on paper", Token::Accent, Token::Paper},
    {"accent on panel", Token::Accent, Token::Panel},
    {"accent on raised", Token::Accent, Token::Raised},
    {"accent on hover", Token::Accent, Token::Hover},
    {"accent on selection", Token::Accent, Token::Selection},
    {"on accent", Token::OnAccent, Token::Accent},
    {"on accent, hover", Token::OnAccent, Token::AccentHover},
    {"on accent, pressed", Token::OnAccent, Token::AccentPressed},
    {"tip", Token::TipInk, Token::TipGround},
    {"waiting chip", Token::WaitingInk, Token::WaitingGround},
    {"asked chip", Token::AskedInk, Token::AskedGround},
    {"authorized chip", Token::AuthorizedInk, Token::AuthorizedGround},
    {"differs chip", Token::DiffersInk, Token::DiffersGround},
    {"ended chip", Token::EndedInk, Token::EndedGround},
    {"refused chip", Token::RefusedInk, Token::RefusedGround},
    {"unknown chip", Token::UnknownInk, Token::UnknownGround},
    {"error on paper", Token::RefusedInk, Token::Paper},
    {"error on panel", Token::RefusedInk, Token::Panel},
    {"error on raised", Token::RefusedInk, Token::Raised},
    {"warning on paper", Token::WaitingInk, Token::Paper},
    {"warning on panel", Token::WaitingInk, Token::Panel},
    {"success on panel", Token::AuthorizedInk, Token::Panel},
};

// What tells a control from its surroundings, WCAG 1.4.11.
constexpr TextPair shapePairs[] = {
    {"edge on raised", Token::Edge, Token::Raised},
    {"edge on paper", Token::Edge, Token::Paper},
    {"edge on panel", Token::Edge, Token::Panel},
    {"focus ring on paper", Token::Accent, Token::Paper},
    {"focus ring on selection", Token::Accent, Token::Selection},
};

} // namespace

class TestContrast : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void measuresAsTheStandardSays()
    {
        QCOMPARE(qRound(contrast(Qt::black, Qt::white) * 100), 2100);
        QCOMPARE(qRound(contrast(QColor(0x76, 0x76, 0x76), Qt::white) * 100), 454);
    }

    void everyTextCanBeRead_data() { fill(textPairs); }
    void everyTextCanBeRead() { atLeast(4.5); }

    void everyOutlineCanBeSeen_data() { fill(shapePairs); }
    void everyOutlineCanBeSeen() { atLeast(3.0); }

private:
    template <size_t N>
    static void fill(const TextPair (&pairs)[N])
    {
        QTest::addColumn<QColor>("ink");
        QTest::addColumn<QColor>("ground");
        for (const Scheme scheme : allSchemes) {
            for (const TextPair &pair : pairs) {
                QTest::addRow("%s, %s", pair.name, scheme == Scheme::Dark ? "dark" : "light")
                    << tokenColour(pair.ink, scheme) << tokenColour(pair.ground, scheme);
            }
        }
    }

    static void atLeast(double least)
    {
        QFETCH(QColor, ink);
        QFETCH(QColor, ground);
        const double measured = contrast(ink, ground);
        QVERIFY2(measured >= least, qPrintable(QString::number(measured)));
    }
};

QTEST_GUILESS_MAIN(TestContrast)
#include "tst_contrast.moc"
