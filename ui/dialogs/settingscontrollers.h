#pragma once

#include "assembly/gatehouse.h"

#include <QPointer>
#include <QWidget>

class EmptyState;
class QLineEdit;
class QListWidget;
class QPushButton;
class QStackedLayout;
class TextLabel;

/// The controllers that are configured: how each stands, its name, its credentials, and how to part
/// with it. What is done here counts at once.
class SettingsControllers : public QWidget
{
    Q_OBJECT

public:
    explicit SettingsControllers(Gatehouse &gatehouse, QWidget *parent = nullptr);

private:
    [[nodiscard]] QWidget *buildOne();
    [[nodiscard]] QWidget *buildRemoval();
    void list();
    void showChosen();
    void showState();
    void rename();
    void remove(Gatehouse::SecretsOf secrets);
    void reviewCertificate();
    void addController();
    [[nodiscard]] ControllerLink *chosen() const;

    Gatehouse &m_gatehouse;
    QListWidget *m_list = nullptr;
    QStackedLayout *m_stack = nullptr;
    EmptyState *m_empty = nullptr;
    QLineEdit *m_name = nullptr;
    TextLabel *m_nameProblem = nullptr;
    QPushButton *m_rename = nullptr;
    TextLabel *m_about = nullptr;
    TextLabel *m_state = nullptr;
    TextLabel *m_credentials = nullptr;
    QPushButton *m_certificate = nullptr;
    QPushButton *m_remove = nullptr;
    QWidget *m_removal = nullptr; ///< the question, in place of the button
    TextLabel *m_question = nullptr;
    QPushButton *m_leaveSecret = nullptr; ///< offered when the keychain does not answer
    TextLabel *m_problem = nullptr;
    QPointer<Job<Done>> m_removing;
};
