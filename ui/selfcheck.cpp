#include "ui/selfcheck.h"

#include "phrases/language.h"
#include "ui/look/icons.h"
#include "ui/preferences/machinesettings.h"
#include "ui/preferences/preferences.h"
#include "ui/widgets/emptystate.h"

#include <QDir>
#include <QGuiApplication>
#include <QImageReader>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace {

QByteArray contents(const QString &path)
{
    QFile file(path);
    return !path.isEmpty() && file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

SelfCheck::SelfCheck(const Options &options, QObject *parent)
    : QObject(parent)
    , m_options(options)
    , m_log(options.checkLog)
{
}

void SelfCheck::start()
{
    if (!m_options.checkLog.isEmpty() && !m_log.open(QIODevice::WriteOnly | QIODevice::Text))
        print({false, u"log file: "_s + m_log.errorString()});
    print({true,
        u"gatehouse "_s + QStringLiteral(GATEHOUSE_VERSION) + u", Qt "_s
            + QString::fromLatin1(qVersion())});
    checkWindowSystem();
    checkPicture();
    checkMachineSettings();
    m_installation = std::make_unique<InstallationCheck>(
        InstallationCheck::Scope{.profileFolder = m_options.profile,
            .url = m_options.checkUrl,
            .certificate = contents(m_options.checkCertificate),
            .keychain = m_options.checkKeychain});
    connect(m_installation.get(), &InstallationCheck::checked, this, &SelfCheck::print);
    connect(m_installation.get(), &InstallationCheck::finished, this, &SelfCheck::finish);
    m_installation->start();
}

void SelfCheck::checkWindowSystem()
{
    print({!QGuiApplication::platformName().isEmpty(),
        u"platform plugin "_s + QGuiApplication::platformName()});
    print({QImageReader::supportedImageFormats().contains("png")
            && !icons::application().pixmap(64).isNull(),
        u"image format png, own icons"_s});
    const QStringList languages = phrases::languages();
    print({languages.size() > 1, u"translations: "_s + languages.join(u' ')});
}

void SelfCheck::checkPicture()
{
    if (m_options.checkShot.isEmpty())
        return;
    EmptyState picture(IconName::Confirmed, u"Gatehouse "_s + QStringLiteral(GATEHOUSE_VERSION));
    picture.resize(640, 400);
    print({picture.grab().save(m_options.checkShot, "PNG"), u"picture of a window"_s});
}

void SelfCheck::checkMachineSettings()
{
    const MachineSettings machine = MachineSettings::read();
    const QString language = machine.values.value(Preferences::languageKey()).toString();
    print({machine.readable,
        u"settings of this machine: "_s
            + (machine.file.isEmpty() ? u"none"_s : QDir::toNativeSeparators(machine.file))
            + (language.isEmpty() ? QString() : u", language "_s + language)});
}

void SelfCheck::print(const CheckLine &line)
{
    m_allOk = m_allOk && line.ok;
    const QByteArray text = line.toString().toUtf8() + '\n';
    std::fwrite(text.constData(), 1, size_t(text.size()), stdout);
    std::fflush(stdout);
    if (m_log.isOpen())
        m_log.write(text);
}

void SelfCheck::finish()
{
    m_log.close();
    QCoreApplication::exit(m_allOk ? 0 : 1);
}
