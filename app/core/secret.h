#pragma once

#include <QDebug>
#include <QString>

/// A key, password or client secret. Prints as *** wherever it is streamed by mistake.
class Secret
{
public:
    Secret() = default;
    explicit Secret(QString text)
        : m_text(std::move(text))
    {
    }

    [[nodiscard]] bool isEmpty() const { return m_text.isEmpty(); }

    /// The secret itself. Call this only where it goes to the controller or into the keychain.
    [[nodiscard]] const QString &reveal() const { return m_text; }

    friend bool operator==(const Secret &, const Secret &) = default;

private:
    QString m_text;
};

inline QDebug operator<<(QDebug debug, const Secret &)
{
    return debug << "***";
}
