#include "ui/preferences/preferences.h"

#include <QSettings>

using namespace Qt::StringLiterals;

namespace {

const QString schemeKey = u"appearance/scheme"_s;
const QString compactKey = u"appearance/compactRows"_s;

} // namespace

Preferences::Preferences(const QString &file, QVariantMap defaults, QObject *parent)
    : QObject(parent)
    , m_settings(file.isEmpty() ? nullptr : std::make_unique<QSettings>(file, QSettings::IniFormat))
    , m_defaults(std::move(defaults))
{
}

Preferences::~Preferences() = default;

QString Preferences::scheme() const
{
    return remembered(schemeKey, u"system"_s).toString();
}

void Preferences::setScheme(const QString &scheme)
{
    if (scheme == this->scheme())
        return;
    remember(schemeKey, scheme);
    Q_EMIT schemeChanged(scheme);
}

QString Preferences::languageKey()
{
    return u"appearance/language"_s;
}

QString Preferences::language() const
{
    return remembered(languageKey()).toString();
}

void Preferences::setLanguage(const QString &language)
{
    if (language == this->language())
        return;
    remember(languageKey(), language);
    Q_EMIT languageChanged(language);
}

bool Preferences::compactRows() const
{
    return remembered(compactKey, false).toBool();
}

void Preferences::setCompactRows(bool compact)
{
    if (compact == compactRows())
        return;
    remember(compactKey, compact);
    Q_EMIT compactRowsChanged(compact);
}

QVariant Preferences::remembered(const QString &key, const QVariant &fallback) const
{
    const QVariant otherwise = m_defaults.value(key, fallback);
    return m_settings ? m_settings->value(key, otherwise) : m_values.value(key, otherwise);
}

void Preferences::remember(const QString &key, const QVariant &value)
{
    // The file knows texts only; what it says already need not be written anew at each start.
    if (QVariant known = remembered(key); known.convert(value.metaType()) && known == value)
        return;
    if (m_settings)
        m_settings->setValue(key, value);
    else
        m_values.insert(key, value);
}

bool Preferences::areKept() const
{
    return m_settings && m_settings->status() == QSettings::NoError && m_settings->isWritable();
}
