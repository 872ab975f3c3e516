#pragma once

#include "assembly/gatehouse.h"

#include <QPointer>
#include <QWidget>

class TextLabel;
class QLabel;
class QLineEdit;
class QPushButton;
class Spinner;

/// Where a controller is: takes an address, finds out what answers there, and says so in a
/// sentence. What was found counts until the address is changed.
class AddressSection : public QWidget
{
    Q_OBJECT

public:
    explicit AddressSection(Gatehouse &gatehouse, QWidget *parent = nullptr);
    ~AddressSection() override;

    [[nodiscard]] bool isEmpty() const;
    [[nodiscard]] bool isSearching() const { return m_search; }
    [[nodiscard]] const std::optional<DetectedController> &found() const { return m_found; }

    /// Looks once more, also at the same address. Nothing happens without an address.
    void search();
    void stop();

Q_SIGNALS:
    void searching();
    void searched(); ///< found() says whether there was something
    void addressChanged(); ///< what had been found does not count any more

private:
    void lookOnce();
    void show(const Result<DetectedController> &answer);
    void refresh();

    Gatehouse &m_gatehouse;
    QLineEdit *m_address = nullptr;
    QPushButton *m_find = nullptr;
    Spinner *m_spinner = nullptr;
    QLabel *m_sentence = nullptr;
    TextLabel *m_problem = nullptr;
    QPointer<Job<DetectedController>> m_search;
    QString m_searchedFor; ///< the address of the latest search, so that leaving the field does not
                           ///< repeat it
    std::optional<DetectedController> m_found;
};
