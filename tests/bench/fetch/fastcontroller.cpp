// fastcontroller integration|classic CLIENTS [LATENCY-MS]: a controller that costs next to nothing.
// Prints where it is as one line of JSON. "actions" on standard input is answered with what was
// done to clients; "forget" undoes it. Ends with its standard input.
#include "bench/fetch/cannedcontroller.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <cstdio>
#include <cstdlib>
#include <iostream>

using namespace Qt::StringLiterals;

namespace {

void print(const QJsonObject &line)
{
    std::puts(QJsonDocument(line).toJson(QJsonDocument::Compact).constData());
    std::fflush(stdout);
}

void obey(CannedController &controller, const std::string &word)
{
    if (word == "forget")
        controller.forgetActions();
    const CannedController::Actions actions = controller.actions();
    print({{u"clients"_s, actions.clients}, {u"requests"_s, actions.requests},
        {u"mostOfOne"_s, actions.mostOfOne}});
}

} // namespace

int main(int argc, char *argv[])
{
    const std::string api = argc > 1 ? argv[1] : "";
    const int clients = argc > 2 ? std::atoi(argv[2]) : 0;
    if ((api != "integration" && api != "classic") || clients <= 0) {
        std::fputs("Usage: fastcontroller integration|classic CLIENTS [LATENCY-MS]\n", stderr);
        return 2;
    }
    CannedController controller(
        api == "classic" ? CannedController::Api::Classic : CannedController::Api::Integration,
        clients);
    TlsListener listener;
    listener.serve(
        [&controller](const HeardRequest &request) { return controller.answer(request); },
        std::chrono::milliseconds(argc > 3 ? std::atoi(argv[3]) : 0));
    print({{u"url"_s, u"https://127.0.0.1:%1"_s.arg(listener.port())},
        {u"listBytes"_s, qint64(controller.listBytes())},
        {u"sha256"_s, QString::fromStdString(listener.certificateSha256())},
        {u"certificate"_s, QString::fromStdString(listener.certificatePem())},
        {u"key"_s, QString::fromStdString(listener.keyPem())}});
    std::string word;
    while (std::getline(std::cin, word))
        obey(controller, word);
    std::_Exit(0); // connections are still served
}
