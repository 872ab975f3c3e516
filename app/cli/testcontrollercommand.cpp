#include "cli/controllercommands.h"
#include "cli/exitcode.h"
#include "phrases/phrases.h"

#include <QJsonArray>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace {

QJsonObject json(const Capabilities &capabilities)
{
    QJsonObject can;
    QJsonObject unlockedBy;
    QJsonObject servedBy;
    QJsonObject failing;
    QStringList cues;
    for (int i = 0; i < capabilityCount; ++i) {
        const auto capability = Capability(i);
        can.insert(toWord(capability), capabilities.can(capability));
        if (const auto key = capabilities.unlocking(capability);
            key && !capabilities.can(capability))
            unlockedBy.insert(toWord(capability), toWord(*key));
        if (const auto path = capabilities.path(capability))
            servedBy.insert(toWord(capability),
                QJsonObject{{u"generation"_s, toWord(path->generation)},
                    {u"credential"_s, toWord(path->credential)}});
    }
    for (const auto &[kind, failure] : capabilities.failing)
        failing.insert(toWord(kind), toWord(failure.kind));
    for (int i = 0; i < cueCount; ++i)
        if (capabilities.gives(Cue(i)))
            cues += toWord(Cue(i));
    return {{u"capabilities"_s, can}, {u"unlockedBy"_s, unlockedBy}, {u"servedBy"_s, servedBy},
        {u"failing"_s, failing}, {u"cues"_s, QJsonArray::fromStringList(cues)}};
}

QStringList row(Capability capability, const Capabilities &capabilities)
{
    if (capabilities.can(capability)) {
        const auto path = capabilities.path(capability);
        return {TestControllerCommand::tr("yes"), phrases::text(capability),
            path ? TestControllerCommand::tr("by: %1").arg(phrases::text(*path)) : QString()};
    }
    const auto key = capabilities.unlocking(capability);
    return {TestControllerCommand::tr("no"), phrases::text(capability),
        key ? TestControllerCommand::tr("would need: %1").arg(phrases::text(*key)) : QString()};
}

} // namespace

void TestControllerCommand::start()
{
    m_session = std::make_unique<ControllerSession>(m_gatehouse, m_call, m_call.operand());
    m_session->open()->then(this, [this](const Result<Done> &opened) {
        if (!opened)
            return endWith(opened.error());
        show();
    });
}

void TestControllerCommand::show()
{
    const Capabilities capabilities = m_session->driver().capabilities();
    const ControllerIdentity &identity = m_session->identity();
    if (m_console.isJson()) {
        QJsonObject object = json(capabilities);
        object.insert(u"name"_s, m_session->profile().name);
        object.insert(u"product"_s, identity.product);
        object.insert(u"version"_s, identity.version);
        object.insert(u"sites"_s, m_session->allSites().size());
        m_console.print(QJsonDocument(object));
        return end(ExitCode::Success);
    }
    QList<QStringList> rows;
    for (int i = 0; i < capabilityCount; ++i)
        rows += row(Capability(i), capabilities);
    m_console.print(
        tr("%1: %2, %n site(s). Nothing was changed.", nullptr, int(m_session->allSites().size()))
            .arg(m_session->profile().name, phrases::product(identity.product, identity.version)));
    m_console.print(asColumns(rows));
    for (const QString &sentence :
        phrases::failingCredentials(capabilities) + phrases::furtherCredentials(capabilities))
        m_console.print(sentence);
    end(ExitCode::Success);
}
