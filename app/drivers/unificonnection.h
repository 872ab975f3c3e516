#pragma once

#include "core/http.h"
#include "drivers/asked.h"
#include "drivers/pagedlist.h"
#include "drivers/patientexchange.h"
#include "drivers/readaside.h"
#include "wire/unifi_integration/replies.h"
#include "wire/unifi_integration/requests.h"

/// One key on one channel, shared by all that a UniFi driver does. Remembers what was learned about
/// both.
class UnifiConnection final : public QObject
{
    Q_OBJECT

public:
    /// Owns the channel from now on.
    UnifiConnection(const Secret &key, HttpChannel *channel, QObject *parent);

    [[nodiscard]] const wire::unifi_integration::Requests &requests() const { return m_requests; }
    [[nodiscard]] HttpChannel &channel() const { return *m_channel; }

    /// Sends request and reads its reply. A refused key reads as NotPermitted when the request is
    /// an action and the key has served before: some versions answer 401 to keys that may only
    /// look.
    template <typename T>
    [[nodiscard]] Job<T> *ask(
        const HttpRequest &request, Result<T> (*read)(const HttpReply &reply), QObject *parent)
    {
        auto *job = new Job<T>(parent);
        Job<T> *reading = readingOf<T>(sendPatiently(*m_channel, request, job), read, job);
        reading->then(job, [this, job, isAction = request.isAction](const Result<T> &answer) {
            note(answer.has_value());
            job->settle(answer ? answer : Result<T>(fail(judged(answer.error(), isAction))));
        });
        connect(job, &JobBase::cancelled, reading, &JobBase::cancel);
        return job;
    }

    /// Every client of a site that the filter lets through, without doubles.
    [[nodiscard]] Job<WholeList<WifiClient>> *listClients(
        const QString &siteId, const QString &filter, QObject *parent);

    /// Names of access points and switches by their id.
    [[nodiscard]] Job<QHash<QString, QString>> *deviceNames(const QString &siteId, QObject *parent);

    /// Whether this controller's filter by MAC address finds devices that are there. It compares
    /// with case, and has been seen to find nothing.
    enum class MacFilter { Untried, Finds, FindsNothing };
    MacFilter macFilter = MacFilter::Untried;

private:
    void note(bool keyServed) { m_keyServed = m_keyServed || keyServed; }
    [[nodiscard]] PagedListRules pageRules() const;
    [[nodiscard]] Failure judged(Failure failure, bool isAction) const;

    wire::unifi_integration::Requests m_requests;
    HttpChannel *m_channel;
    QHash<std::pair<QString, QString>, std::shared_ptr<PagedListShape>> m_shapes; ///< site, filter
    bool m_keyServed = false;
};
