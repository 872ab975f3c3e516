#pragma once

#include "core/controllerdriver.h"
#include "drivers/omadasession.h"
#include "drivers/pagedlist.h"

/// Lists the clients of a site with their live authorizations. Asks for the form of the list that
/// fits the controller's version; when the controller refuses that one, for the other, and
/// remembers it. Child of the job it settles.
class OmadaListing final : public QObject
{
    Q_OBJECT

public:
    /// version: the form to begin with; changed when the other one served. It outlives the listing.
    [[nodiscard]] static Job<ClientSnapshot> *list(OmadaSession &session,
        wire::omada_openapi::ListVersion &version, const ClientQuery &query, QObject *parent);

private:
    OmadaListing(OmadaSession &session, wire::omada_openapi::ListVersion &version,
        ClientQuery query, Job<ClientSnapshot> *job);

    void read(wire::omada_openapi::ListVersion version, bool mayTryOther);
    [[nodiscard]] Job<wire::Page<WifiClient>> *page(
        wire::omada_openapi::ListVersion version, int number);
    void listed(WholeList<WifiClient> list);

    OmadaSession &m_session;
    wire::omada_openapi::ListVersion &m_version;
    ClientQuery m_query;
    Job<ClientSnapshot> *m_job;
    ClientSnapshot m_snapshot;
    bool m_refusedVersion = false;
};
