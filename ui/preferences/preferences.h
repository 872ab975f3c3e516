#pragma once

#include <QObject>
#include <QString>
#include <QVariant>

#include <memory>

class QSettings;

/// What a person likes, kept in the profile's settings.ini: language, colours, row height, and
/// where things were. Holds no secret and nothing that another program reads. GUI thread.
class Preferences : public QObject
{
    Q_OBJECT

public:
    /// Kept in this file. An empty name keeps nothing: the demo forgets with the window. The
    /// defaults, by the same keys, count where this person has chosen nothing.
    explicit Preferences(const QString &file, QVariantMap defaults = {}, QObject *parent = nullptr);
    ~Preferences() override;

    /// "system", "light" or "dark".
    [[nodiscard]] QString scheme() const;
    void setScheme(const QString &scheme);

    /// The key under which settings files hold the language.
    [[nodiscard]] static QString languageKey();

    /// "de", "pt_BR"; empty: the system's language. Counts from the next start.
    [[nodiscard]] QString language() const;
    void setLanguage(const QString &language);

    /// Rows of 28 px instead of 34 px in the tables.
    [[nodiscard]] bool compactRows() const;
    void setCompactRows(bool compact);

    /// Where things were: geometry, splitters, columns. Key such as "window/geometry".
    [[nodiscard]] QVariant remembered(const QString &key, const QVariant &fallback = {}) const;
    void remember(const QString &key, const QVariant &value);

    /// Whether what is remembered reaches the disk.
    [[nodiscard]] bool areKept() const;

Q_SIGNALS:
    void schemeChanged(const QString &scheme);
    void languageChanged(const QString &language);
    void compactRowsChanged(bool compact);

private:
    std::unique_ptr<QSettings> m_settings; ///< null: nothing is kept
    QVariantMap m_defaults;
    QVariantMap m_values; ///< of this session when nothing is kept
};
