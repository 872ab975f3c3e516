#pragma once

#include "httpsclient.h"

#include "sim/simulator.h"

#include <QJsonArray>

/// A simulated Omada controller from 4.1.5 on and an operator who works at it, signed in from the
/// start.
class OmadaDesk
{
public:
    explicit OmadaDesk(const SimulatorOptions &options);

    [[nodiscard]] Simulator &simulator() { return *m_simulator; }
    [[nodiscard]] bool isOld() const { return m_root.startsWith("/api/"); } ///< 4.x
    [[nodiscard]] QString siteId(int site = 0) const;
    [[nodiscard]] QByteArray cookie() const { return m_cookie; }
    [[nodiscard]] QByteArray token() const { return m_token; }

    RawAnswer signIn(); ///< keeps cookie and token
    [[nodiscard]] RawAnswer signInWith(const QString &user, const QString &password) const;
    /// With the session, below …/api/v2/hotspot.
    [[nodiscard]] RawRequest request(
        const QByteArray &method, const QByteArray &path, const QByteArray &body = {}) const;
    [[nodiscard]] RawAnswer get(const QByteArray &path) const;
    [[nodiscard]] RawAnswer post(const QByteArray &path, const QJsonObject &body = {}) const;
    [[nodiscard]] QJsonArray records(const QString &mac, int site = 0) const;
    [[nodiscard]] RawAnswer actOnRecord(
        const QString &id, const QByteArray &what, const QJsonObject &body = {}) const;

    /// The body of extPortal/auth for one who waits; nothing when nobody waits so. As the redirect
    /// says it, for an hour.
    [[nodiscard]] QJsonObject form(bool wired = false) const;
    [[nodiscard]] RawAnswer authorize(const QJsonObject &form) const;

private:
    std::unique_ptr<Simulator> m_simulator;
    QByteArray m_root;
    QByteArray m_cookie;
    QByteArray m_token;
};

[[nodiscard]] int errorCodeOf(const RawAnswer &answer);
/// What a redirect says, decoded.
[[nodiscard]] QMap<QString, QString> sayingOf(const QString &redirect);
[[nodiscard]] QString macOf(const QJsonObject &form);
/// From a record's start to its end, in milliseconds.
[[nodiscard]] qint64 lengthOf(const QJsonObject &record);

[[nodiscard]] SimulatorOptions optionsOf(const QString &generation, const QString &version = {});
/// Every version profile, as rows with generation and version.
void addOmadaVersions();
/// The controller of the present row of such a table.
[[nodiscard]] OmadaDesk deskOfThisRow();
