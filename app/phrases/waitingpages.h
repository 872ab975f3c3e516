#pragma once

#include <QByteArray>
#include <QString>

#include <map>
#include <memory>

class QTranslator;

/// The pages that the waiting room shows to browsers of waiting devices, each in a language of its
/// own choice, whatever the program speaks. Plain HTML without scripts and without anything to
/// load; below 10 kB.
class WaitingPages
{
public:
    WaitingPages();
    ~WaitingPages();

    /// The catalog that suits an Accept-Language header best; English when none does. Any bytes may
    /// be in it.
    [[nodiscard]] static QString languageFor(const QByteArray &acceptLanguage);

    /// "Please see the front desk." code empty: without one. ssid is foreign text. Asks for itself
    /// again after some seconds.
    [[nodiscard]] QByteArray waiting(
        const QString &language, const QString &code, const QString &ssid);

    /// The device was let in a moment ago, and the network still sends it here. Asks for itself
    /// again after some seconds.
    [[nodiscard]] QByteArray almostOnline(const QString &language);

    /// It is in, and nobody knows where it wanted to go.
    [[nodiscard]] QByteArray online(const QString &language);

    /// A browser came that no network has sent.
    [[nodiscard]] QByteArray notForYou(const QString &language);

private:
    [[nodiscard]] QString say(const QString &language, const char *text);
    [[nodiscard]] QByteArray page(
        const QString &language, const char *heading, const QString &body, bool asksAgain = false);

    std::map<QString, std::unique_ptr<QTranslator>> m_catalogs; ///< by language; null: none
};
