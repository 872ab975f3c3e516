#pragma once

#include <QByteArray>
#include <QString>
#include <QVersionNumber>

/// What a version of Omada's controller does in its own way, from 4.1.5 to 6.x.
class OmadaVersion
{
public:
    explicit OmadaVersion(QString text)
        : m_text(std::move(text))
        , m_number(QVersionNumber::fromString(m_text))
    {
    }

    [[nodiscard]] const QString &text() const { return m_text; }

    /// Its own id begins every path of the private API, and the token of a session is a header.
    /// Before, there is no id, and the token is in the query.
    [[nodiscard]] bool hasIdInPaths() const { return m_number >= QVersionNumber(5); }
    [[nodiscard]] bool hasOpenApi() const { return m_number >= QVersionNumber(5, 12); }
    [[nodiscard]] QByteArray sessionCookie() const
    {
        return m_number >= QVersionNumber(5, 11) ? "TPOMADA_SESSIONID" : "TPEAP_SESSIONID";
    }
    /// The first list of clients of the Open API answers a general error from here on.
    [[nodiscard]] bool hasBrokenClientsV1() const { return m_number >= QVersionNumber(6, 2); }

    /// Redirects and extPortal speak of a site by its id; before, by its name.
    [[nodiscard]] bool tellsSiteIds() const { return m_number >= QVersionNumber(6); }
    /// extPortal says what was wrong with authType, and nothing about a missing field.
    [[nodiscard]] bool tellsWrongAuthType() const { return m_number >= QVersionNumber(6); }
    /// extPortal wants clientIp and originUrl, takes limits, and can do without the site.
    [[nodiscard]] bool hasPortalLimits() const { return m_number >= QVersionNumber(6, 2, 10); }

private:
    QString m_text;
    QVersionNumber m_number;
};

struct OmadaOptions
{
    QString version; ///< such as 5.15.24
    quint32 seed = 1;
};
