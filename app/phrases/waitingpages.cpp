#include "phrases/waitingpages.h"

#include "phrases/language.h"

#include <QCoreApplication>
#include <QLocale>
#include <QTranslator>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostWishes = 16; ///< languages of one browser
constexpr qsizetype longestName = 64; ///< characters of a network's name that a page shows

constexpr char context[] = "WaitingPages";
constexpr char headingWaiting[] = QT_TRANSLATE_NOOP("WaitingPages", "Please see the front desk");
constexpr char headingOnline[] = QT_TRANSLATE_NOOP("WaitingPages", "You are online");
constexpr char headingOther[] = QT_TRANSLATE_NOOP("WaitingPages", "Nothing to see here");
constexpr char yourCode[] = QT_TRANSLATE_NOOP("WaitingPages", "Tell them this code:");
constexpr char yourNetwork[] = QT_TRANSLATE_NOOP("WaitingPages", "Network: %1");
constexpr char movesOn[] = QT_TRANSLATE_NOOP("WaitingPages",
    "Leave this page open. It moves on by itself as soon as your device is let in.");
constexpr char aMoment[] = QT_TRANSLATE_NOOP("WaitingPages",
    "Your device has been let in. It can take some seconds until the network lets it through.");
constexpr char mayGoOn[]
    = QT_TRANSLATE_NOOP("WaitingPages", "Your device has been let in. You can close this page.");
constexpr char joinFirst[] = QT_TRANSLATE_NOOP("WaitingPages",
    "This page is for devices that wait to be let into a guest Wi-Fi. Join the network first; your "
    "device then opens it by itself.");

constexpr auto frame = R"html(<!DOCTYPE html>
<html lang="%1" dir="%2">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">%3
<title>%4</title>
<style>
:root { color-scheme: light dark; }
body { margin: 0; padding: 12vh 24px 24px; text-align: center; color: #1b1f24; background: #fff;
  font: 18px/1.5 system-ui, sans-serif; overflow-wrap: anywhere; }
main { max-width: 30em; margin: 0 auto; }
h1 { font-size: 28px; line-height: 1.25; margin: 0 0 24px; }
.code { font: 700 64px/1.2 ui-monospace, monospace; letter-spacing: .12em; margin: 8px 0 24px;
  padding-inline-start: .12em; direction: ltr; unicode-bidi: isolate; }
.small { font-size: 15px; color: #59636e; }
@media (prefers-color-scheme: dark) {
  body { color: #e8eaed; background: #16181b; }
  .small { color: #a3abb5; }
}
</style>
</head>
<body>
<main>
<h1>%4</h1>
%5</main>
</body>
</html>
)html"_L1;

QString paragraph(const QString &text, QLatin1StringView kind = {})
{
    const QString attribute = kind.isEmpty() ? QString() : u" class=\"%1\""_s.arg(kind);
    return u"<p%1>%2</p>\n"_s.arg(attribute, text.toHtmlEscaped());
}

/// One wish of an Accept-Language header, such as "de-AT;q=0.8".
struct Wish
{
    QString language;
    double quality = 1;
};

Wish wishOf(const QByteArray &part)
{
    const QList<QByteArray> pieces = part.split(';');
    Wish wish{QString::fromLatin1(pieces.first().trimmed()), 1};
    for (const QByteArray &piece : pieces.sliced(1))
        if (const QByteArray parameter = piece.trimmed(); parameter.startsWith("q="))
            wish.quality = parameter.sliced(2).toDouble();
    return wish;
}

} // namespace

WaitingPages::WaitingPages() = default;
WaitingPages::~WaitingPages() = default;

QString WaitingPages::languageFor(const QByteArray &acceptLanguage)
{
    QList<Wish> wishes;
    for (const QByteArray &part :
        acceptLanguage.split(',').first(std::min(mostWishes, acceptLanguage.count(',') + 1)))
        if (const Wish wish = wishOf(part); wish.quality > 0)
            wishes.append(wish);
    std::ranges::stable_sort(wishes, std::ranges::greater{}, &Wish::quality);
    QStringList languages;
    for (const Wish &wish : std::as_const(wishes))
        languages += wish.language;
    const QString found = phrases::languageFor(languages);
    return found.isEmpty() ? u"en"_s : found;
}

QByteArray WaitingPages::waiting(const QString &language, const QString &code, const QString &ssid)
{
    QString body;
    if (!code.isEmpty())
        body += paragraph(say(language, yourCode)) + paragraph(code, "code"_L1);
    body += paragraph(say(language, movesOn));
    if (!ssid.isEmpty())
        body += paragraph(say(language, yourNetwork).arg(ssid.left(longestName)), "small"_L1);
    return page(language, headingWaiting, body, true);
}

QByteArray WaitingPages::almostOnline(const QString &language)
{
    return page(language, headingOnline, paragraph(say(language, aMoment)), true);
}

QByteArray WaitingPages::online(const QString &language)
{
    return page(language, headingOnline, paragraph(say(language, mayGoOn)));
}

QByteArray WaitingPages::notForYou(const QString &language)
{
    return page(language, headingOther, paragraph(say(language, joinFirst)));
}

QString WaitingPages::say(const QString &language, const char *text)
{
    auto known = m_catalogs.find(language);
    if (known == m_catalogs.end())
        known = m_catalogs.emplace(language, phrases::catalogOf(language)).first;
    const QString found = known->second ? known->second->translate(context, text) : QString();
    return found.isEmpty() ? QString::fromUtf8(text) : found;
}

QByteArray WaitingPages::page(
    const QString &language, const char *heading, const QString &body, bool asksAgain)
{
    const bool leftwards = QLocale(language).textDirection() == Qt::RightToLeft;
    const QString again
        = asksAgain ? u"\n<meta http-equiv=\"refresh\" content=\"5\">"_s : QString();
    return QString(frame)
        .arg(language.toHtmlEscaped().replace(u'_', u'-'), leftwards ? u"rtl"_s : u"ltr"_s, again,
            say(language, heading).toHtmlEscaped(), body)
        .toUtf8();
}
