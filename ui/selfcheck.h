#pragma once

#include "assembly/installationcheck.h"
#include "ui/options.h"

#include <QFile>

/// `--selfcheck`: checks this installation, prints one "ok …" or "FAIL …" line for each part, and
/// ends the program with 0 or 1.
class SelfCheck : public QObject
{
    Q_OBJECT

public:
    explicit SelfCheck(const Options &options, QObject *parent = nullptr);

    void start();

private:
    void checkWindowSystem();
    void checkPicture();
    void checkMachineSettings();
    void print(const CheckLine &line);
    void finish();

    Options m_options;
    QFile m_log;
    std::unique_ptr<InstallationCheck> m_installation;
    bool m_allOk = true;
};
