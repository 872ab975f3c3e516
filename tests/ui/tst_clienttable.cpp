#include "clients/fakes.h"
#include "ui/models/clienttablemodel.h"
#include "ui/pages/clienttable.h"
#include "ui/preferences/preferences.h"

#include <QEnterEvent>
#include <QLineEdit>
#include <QTest>
#include <QVBoxLayout>
#include <QWheelEvent>

using namespace Qt::StringLiterals;

/// While somebody is at the table, rows do not move under the hand.
class TestClientTable : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup()
    {
        m_window.reset();
        m_model.reset(); // which lets go of rows that it holds
    }

    void aPointerThatOnlyRestsThereFreezesNothing();
    void aPointerThatMovesFreezesUntilItLeaves();
    void turningTheWheelFreezes();
    void theFocusFreezesUntilItGoes();

private:
    [[nodiscard]] QPointF middle() const { return m_table->viewport()->rect().center(); }
    void send(QEvent &&event) const { QCoreApplication::sendEvent(m_table->viewport(), &event); }

    ManualClock m_clock;
    std::unique_ptr<ClientDirectory> m_directory;
    std::unique_ptr<ClientTableModel> m_model;
    std::unique_ptr<Preferences> m_preferences;
    std::unique_ptr<QWidget> m_window;
    QLineEdit *m_elsewhere = nullptr;
    ClientTable *m_table = nullptr;
};

void TestClientTable::init()
{
    m_directory = std::make_unique<ClientDirectory>(m_clock);
    m_model = std::make_unique<ClientTableModel>(*m_directory, m_clock);
    m_preferences = std::make_unique<Preferences>(QString());
    m_window = std::make_unique<QWidget>();
    m_elsewhere = new QLineEdit;
    m_table = new ClientTable(*m_model, m_clock, *m_preferences);
    auto *column = new QVBoxLayout(m_window.get());
    column->addWidget(m_elsewhere);
    column->addWidget(m_table);
    m_window->resize(800, 400);
    m_elsewhere->setFocus();
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    QVERIFY(!m_model->isFrozen());
}

void TestClientTable::aPointerThatOnlyRestsThereFreezesNothing()
{
    send(QEnterEvent(middle(), middle(), middle()));

    QVERIFY(!m_model->isFrozen());
}

void TestClientTable::aPointerThatMovesFreezesUntilItLeaves()
{
    QTest::mouseMove(m_table->viewport(), middle().toPoint());
    QTRY_VERIFY(m_model->isFrozen());

    send(QEvent(QEvent::Leave));

    QVERIFY(!m_model->isFrozen());
}

void TestClientTable::turningTheWheelFreezes()
{
    send(QWheelEvent(
        middle(), middle(), {}, {0, -120}, Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false));

    QVERIFY(m_model->isFrozen());
}

void TestClientTable::theFocusFreezesUntilItGoes()
{
    m_table->setFocus();
    QVERIFY(m_model->isFrozen());

    m_elsewhere->setFocus();

    QVERIFY(!m_model->isFrozen());
}

QTEST_MAIN(TestClientTable)
#include "tst_clienttable.moc"
