#include "phrases/language.h"

#include <QDir>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

using namespace Qt::StringLiterals;

// Q_INIT_RESOURCE must stand outside of every namespace.
static void keepCatalogs()
{
    Q_INIT_RESOURCE(catalogs); // a static library's resources are dropped unless somebody asks
}

namespace {

const auto catalogFolder = u":/i18n"_s;
const auto catalogPrefix = u"gatehouse_"_s;

void install(QCoreApplication &app, const QString &name, const QString &folder)
{
    auto *translator = new QTranslator(&app);
    if (translator->load(name, folder))
        QCoreApplication::installTranslator(translator);
    else
        delete translator;
}

} // namespace

namespace phrases {

QStringList languages()
{
    keepCatalogs();
    QStringList codes;
    const QStringList files
        = QDir(catalogFolder).entryList({catalogPrefix + u"*.qm"_s}, QDir::Files, QDir::Name);
    for (const QString &file : files)
        codes << file.mid(catalogPrefix.size()).chopped(3);
    return codes;
}

QString languageFor(const QStringList &wanted)
{
    const QStringList known = languages();
    for (const QString &language : wanted) {
        QString code = QString(language).replace(u'-', u'_');
        while (!code.isEmpty()) {
            if (known.contains(code))
                return code;
            code.truncate(std::max(code.lastIndexOf(u'_'), qsizetype(0)));
        }
    }
    return {};
}

bool installLanguage(QCoreApplication &app, const QString &asked)
{
    const QStringList wanted
        = asked.isEmpty() ? QLocale::system().uiLanguages() : QStringList{asked};
    const QString found = languageFor(wanted);
    const QString code = found.isEmpty() ? u"en"_s : found;

    if (!asked.isEmpty() && QLocale(code).language() != QLocale::system().language())
        QLocale::setDefault(QLocale(code));
    install(app, u"qtbase_"_s + code, QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    install(app, catalogPrefix + code, catalogFolder);
    return asked.isEmpty() || !found.isEmpty();
}

std::unique_ptr<QTranslator> catalogOf(const QString &code)
{
    keepCatalogs();
    auto translator = std::make_unique<QTranslator>();
    return translator->load(catalogPrefix + code, catalogFolder) ? std::move(translator) : nullptr;
}

} // namespace phrases
