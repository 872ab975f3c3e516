#include "cli/command.h"

#include "cli/actioncommand.h"
#include "cli/controllercommands.h"
#include "cli/enforcecommand.h"
#include "cli/historycarecommand.h"
#include "cli/historycommands.h"
#include "cli/listcommands.h"
#include "cli/policycommand.h"
#include "cli/settlecommand.h"
#include "cli/undocommand.h"

using namespace Qt::StringLiterals;

namespace {

using Maker = std::unique_ptr<Command> (*)(Gatehouse &, const Invocation &, Console &);

template <typename T>
std::unique_ptr<Command> make(Gatehouse &gatehouse, const Invocation &call, Console &console)
{
    return std::make_unique<T>(gatehouse, call, console);
}

} // namespace

std::unique_ptr<Command> makeCommand(Gatehouse &gatehouse, const Invocation &call, Console &console)
{
    static const QHash<QString, Maker> makers{
        {u"controller detect"_s, make<DetectCommand>},
        {u"controller add"_s, make<AddControllerCommand>},
        {u"controller credential"_s, make<AddCredentialCommand>},
        {u"controller list"_s, make<ListControllersCommand>},
        {u"controller test"_s, make<TestControllerCommand>},
        {u"controller remove"_s, make<RemoveControllerCommand>},
        {u"sites"_s, make<SitesCommand>},
        {u"clients"_s, make<ClientsCommand>},
        {u"authorize"_s, make<ActionCommand>},
        {u"extend"_s, make<ActionCommand>},
        {u"cancel"_s, make<ActionCommand>},
        {u"policy show"_s, make<PolicyCommand>},
        {u"policy set"_s, make<PolicyCommand>},
        {u"enforce"_s, make<EnforceCommand>},
        {u"history list"_s, make<HistoryCommand>},
        {u"history export"_s, make<HistoryCommand>},
        {u"history settle"_s, make<SettleCommand>},
        {u"undo"_s, make<UndoCommand>},
        {u"history verify"_s, make<HistoryCareCommand>},
        {u"history head"_s, make<HistoryCareCommand>},
        {u"history import"_s, make<HistoryCareCommand>},
        {u"history erase"_s, make<HistoryCareCommand>},
        {u"history seen"_s, make<HistoryCareCommand>},
    };
    const Maker maker = makers.value(call.command());
    return maker ? maker(gatehouse, call, console) : nullptr;
}
