#include "ui/options.h"

#include <QCommandLineParser>
#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Options)
};

tl::unexpected<Failure> misused(const QString &said)
{
    return fail(Failure{.kind = Failure::Kind::InvalidInput, .detail = said, .said = said});
}

void declareOptions(QCommandLineParser &parser)
{
    const auto option = [&](const QString &name, const QString &text, const QString &value = {}) {
        parser.addOption(QCommandLineOption(name, text, value));
    };
    option(u"demo"_s, Texts::tr("Show simulated controllers. Nothing of yours is touched."));
    option(u"profile"_s, Texts::tr("Keep settings and history in this folder."), u"folder"_s);
    option(u"language"_s, Texts::tr("Speak this language, for instance de."), u"code"_s);
    option(
        u"scheme"_s, Texts::tr("Use light, dark or the system's colours."), u"light|dark|system"_s);
    option(u"size"_s, Texts::tr("Open the window in this size, for instance 1280x800."), u"WxH"_s);
    option(u"screenshot"_s,
        Texts::tr("Save a picture of the window as soon as it shows clients, and end."),
        u"file.png"_s);
    option(
        u"selfcheck"_s, Texts::tr("Check this installation, print a line for each part, and end."));
    option(u"log"_s, Texts::tr("With --selfcheck: write the lines to this file too."), u"file"_s);
    option(u"shot"_s, Texts::tr("With --selfcheck: save a picture of a window."), u"file.png"_s);
    option(u"url"_s, Texts::tr("With --selfcheck: try this https address too; needs --cert."),
        u"address"_s);
    option(u"cert"_s, Texts::tr("With --selfcheck: the PEM certificate that --url shows."),
        u"file.pem"_s);
    option(u"keychain"_s,
        Texts::tr("With --selfcheck: store, read and remove a test secret in the keychain."));
    parser.addOption({{u"h"_s, u"help"_s}, Texts::tr("Show this help.")});
    parser.addOption({{u"v"_s, u"version"_s}, Texts::tr("Show the version.")});
}

Result<Done> readScheme(const QCommandLineParser &parser, Options &options)
{
    if (!parser.isSet(u"scheme"_s))
        return Done{};
    options.scheme = Theme::choiceFromWord(parser.value(u"scheme"_s));
    if (!options.scheme)
        return misused(Texts::tr("--scheme takes light, dark or system."));
    return Done{};
}

Result<Done> readSize(const QCommandLineParser &parser, Options &options)
{
    if (!parser.isSet(u"size"_s))
        return Done{};
    constexpr int least = 320;
    constexpr int most = 16'000;
    const QStringList parts = parser.value(u"size"_s).split(u'x');
    bool wide = false;
    bool high = false;
    const QSize size(parts.value(0).toInt(&wide), parts.value(1).toInt(&high));
    if (parts.size() != 2 || !wide || !high || size.width() < least || size.height() < least
        || size.width() > most || size.height() > most)
        return misused(
            Texts::tr("--size takes a width and a height from 320 to 16000, such as 1280x800."));
    options.size = size;
    return Done{};
}

Result<Done> readSelfCheck(const QCommandLineParser &parser, Options &options)
{
    options.selfCheck = parser.isSet(u"selfcheck"_s);
    options.checkLog = parser.value(u"log"_s);
    options.checkShot = parser.value(u"shot"_s);
    options.checkUrl = QUrl(parser.value(u"url"_s), QUrl::StrictMode);
    options.checkCertificate = parser.value(u"cert"_s);
    options.checkKeychain = parser.isSet(u"keychain"_s);
    if (parser.isSet(u"url"_s) != parser.isSet(u"cert"_s))
        return misused(Texts::tr("--url and --cert go together."));
    if (parser.isSet(u"url"_s)
        && (!options.checkUrl.isValid() || options.checkUrl.scheme() != u"https"_s))
        return misused(Texts::tr("--url takes an address that begins with https://."));
    return Done{};
}

bool anyOf(const QStringList &arguments, std::initializer_list<QStringView> wanted)
{
    return std::ranges::any_of(arguments, [&](const QString &argument) {
        return std::ranges::find(wanted, QStringView(argument)) != wanted.end();
    });
}

} // namespace

Result<Options> readOptions(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        Texts::tr("Gatehouse lets guests into the Wi-Fi of UniFi and Omada controllers."));
    declareOptions(parser);
    if (!parser.parse(arguments))
        return misused(parser.errorText());
    if (!parser.positionalArguments().isEmpty())
        return misused(
            Texts::tr("“%1” is not an option.").arg(parser.positionalArguments().first()));

    Options options;
    if (parser.isSet(u"help"_s))
        options.answer = parser.helpText();
    else if (parser.isSet(u"version"_s))
        options.answer = u"Gatehouse %1\n"_s.arg(QStringLiteral(GATEHOUSE_VERSION));
    options.demo = parser.isSet(u"demo"_s);
    options.profile = parser.value(u"profile"_s);
    options.language = parser.value(u"language"_s);
    options.screenshot = parser.value(u"screenshot"_s);
    for (const auto read : {readScheme, readSize, readSelfCheck}) {
        if (const Result<Done> done = read(parser, options); !done)
            return fail(done.error());
    }
    return options;
}

bool needNoWindow(const QStringList &arguments)
{
    return anyOf(arguments, {u"--help", u"-h", u"--version", u"-v"});
}

bool onlyPaint(const QStringList &arguments)
{
    return std::ranges::any_of(arguments, [](const QString &argument) {
        return argument == u"--selfcheck"_s || argument.startsWith(u"--screenshot"_s);
    });
}
