#include "ui/look/icons.h"
#include "ui/look/theme.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/copyabletext.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/filterchips.h"
#include "ui/widgets/formrow.h"
#include "ui/widgets/iconbutton.h"
#include "ui/widgets/marks.h"
#include "ui/widgets/pillbutton.h"
#include "ui/widgets/quantityfield.h"
#include "ui/widgets/searchfield.h"
#include "ui/widgets/spinner.h"
#include "ui/widgets/splitbutton.h"
#include "ui/widgets/statechip.h"
#include "ui/widgets/statusstrip.h"
#include "ui/widgets/surface.h"

#include <QApplication>
#include <QCheckBox>
#include <QDir>
#include <QGridLayout>
#include <QGroupBox>
#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QPainter>
#include <QProgressBar>
#include <QPushButton>
#include <QRadioButton>
#include <QSpinBox>
#include <QSplitter>
#include <QTabBar>
#include <QTableWidget>
#include <QTest>
#include <QTreeWidget>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// Paints the small marks that delegates use.
class MarkSheet : public QWidget
{
public:
    using QWidget::QWidget;
    [[nodiscard]] QSize sizeHint() const override { return {300, 60}; }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        int x = 0;
        for (const int dbm : {-90, -80, -70, -60, -50}) {
            marks::signalBars(&painter, QRect(x, 0, 24, 24), dbm, palette());
            x += 28;
        }
        marks::usageBar(&painter, QRect(0, 30, 80, 20), 0.4, palette(), layoutDirection());
        marks::usageBar(&painter, QRect(100, 30, 80, 20), 0.95, palette(), layoutDirection());
    }
};

QWidget *chipsPage()
{
    auto *page = new QWidget;
    auto *grid = new QGridLayout(page);
    const QStringList words{u"Waiting"_s, u"Asked"_s, u"Authorized"_s, u"Confirmed"_s, u"Differs"_s,
        u"Not confirmed"_s, u"Expired"_s, u"Cancelled"_s, u"Blocked"_s, u"Refused"_s, u"Failed"_s,
        u"Unknown"_s, u"Stale"_s, u"Not a guest"_s, u"new 12 s"_s};
    for (int i = 0; i < chipKindCount; ++i) {
        auto *chip = new StateChip;
        chip->setState(ChipKind(i), words.at(i));
        grid->addWidget(chip, i / 5, i % 5, Qt::AlignLeft);
    }
    return page;
}

QWidget *iconsPage()
{
    auto *page = new QWidget;
    auto *grid = new QGridLayout(page);
    for (int i = 0; i < iconCount; ++i)
        grid->addWidget(new IconButton(IconName(i), QString::number(i)), i / 16, i % 16);
    return page;
}

QWidget *buttonsPage()
{
    auto *page = new QWidget;
    auto *row = new QGridLayout(page);
    const std::pair<QString, ButtonKind> kinds[]
        = {{u"Authorize"_s, ButtonKind::Primary}, {u"Custom…"_s, ButtonKind::Secondary},
            {u"Block"_s, ButtonKind::Danger}, {u"Details"_s, ButtonKind::Quiet}};
    int column = 0;
    for (const auto &[text, kind] : kinds) {
        for (const bool enabled : {true, false}) {
            auto *button = new QPushButton(text);
            Theme::setKind(button, kind);
            button->setEnabled(enabled);
            if (kind == ButtonKind::Secondary)
                button->setIcon(icons::icon(IconName::Settings));
            row->addWidget(button, enabled ? 0 : 1, column);
        }
        ++column;
    }
    auto *split = new SplitButton(u"Authorize 24 h"_s, u"Authorize with preset"_s);
    split->setMenu(new QMenu(split));
    row->addWidget(split, 0, column);
    row->addWidget(new PillButton(u"2 new"_s), 0, column + 1);
    row->addWidget(new Spinner, 1, column + 1);
    auto *withMenu = new QPushButton(u"Columns"_s);
    withMenu->setMenu(new QMenu(withMenu));
    row->addWidget(withMenu, 1, column);
    return page;
}

QWidget *fieldsPage(const Clock &clock)
{
    auto *page = new QWidget;
    auto *grid = new QGridLayout(page);
    grid->setHorizontalSpacing(Theme::groupGap);
    auto *duration = new DurationField(clock);
    duration->setValue(120);
    auto *data = new DataField;
    data->setEditText(u"2 gigs"_s);
    auto *rate = new RateField;
    rate->setValue(std::nullopt);
    auto *download = new FormRow(u"Download limit"_s, rate);
    download->setUnavailable(u"This controller sets no rates."_s);
    auto *reason = new QLineEdit;
    reason->setPlaceholderText(u"optional"_s);
    grid->addWidget(new FormRow(u"Duration"_s, duration), 0, 0);
    grid->addWidget(new FormRow(u"Data limit"_s, data), 0, 1);
    grid->addWidget(download, 0, 2);
    grid->addWidget(new FormRow(u"Reason"_s, reason), 1, 0);
    auto *spin = new QSpinBox;
    spin->setValue(30);
    grid->addWidget(new FormRow(u"Refresh"_s, spin), 1, 1);
    auto *combo = new QComboBox;
    combo->addItems({u"System"_s, u"Light"_s, u"Dark"_s});
    grid->addWidget(new FormRow(u"Colours"_s, combo), 1, 2);
    auto *check = new QCheckBox(u"Compact rows"_s);
    check->setChecked(true);
    grid->addWidget(check, 2, 0);
    grid->addWidget(new QCheckBox(u"Everyone"_s), 2, 1);
    auto *radio = new QRadioButton(u"Until check-out"_s);
    radio->setChecked(true);
    grid->addWidget(radio, 2, 2);
    auto *bar = new QProgressBar;
    bar->setValue(40);
    grid->addWidget(bar, 3, 0);
    auto *tabs = new QTabBar;
    tabs->addTab(u"Asked"_s);
    tabs->addTab(u"Proof"_s);
    grid->addWidget(tabs, 3, 1);
    grid->addWidget(new QGroupBox(u"Limits"_s), 3, 2);
    return page;
}

QTreeWidget *tree()
{
    auto *view = new QTreeWidget;
    view->setHeaderHidden(true);
    Surface::letThrough(view);
    auto *hotel = new QTreeWidgetItem(view, {u"Harbour Hotel"_s});
    hotel->setIcon(0, icons::icon(IconName::Controller));
    for (const QString &name : {u"Lobby"_s, u"Conference"_s})
        (new QTreeWidgetItem(hotel, {name}))->setIcon(0, icons::icon(IconName::Site, Token::Ink2));
    auto *annex = new QTreeWidgetItem(view, {u"Annex"_s});
    annex->setIcon(0, icons::icon(IconName::Offline, Token::UnknownInk));
    new QTreeWidgetItem(annex, {u"Default"_s});
    hotel->setExpanded(true);
    view->setCurrentItem(hotel->child(0));
    return view;
}

QTableWidget *table()
{
    auto *view = new QTableWidget(8, 4);
    Surface::letThrough(view);
    view->setShowGrid(false);
    view->setWordWrap(false);
    view->setSelectionBehavior(QAbstractItemView::SelectRows);
    view->verticalHeader()->hide();
    view->verticalHeader()->setDefaultSectionSize(Theme::rowHeight);
    view->horizontalHeader()->setHighlightSections(false);
    view->horizontalHeader()->setStretchLastSection(true);
    view->setHorizontalHeaderLabels(
        {u"State"_s, u"Guest or device"_s, u"Access point"_s, u"Since"_s});
    view->horizontalHeader()->setSortIndicatorShown(true);
    view->horizontalHeader()->setSortIndicator(1, Qt::AscendingOrder);
    for (int row = 0; row < view->rowCount(); ++row) {
        int column = 0;
        for (const QString &text : {u"Waiting"_s, u"Anna's iPhone"_s, u"Lobby-2"_s, u"0:12"_s})
            view->setItem(row, column++, new QTableWidgetItem(text));
    }
    view->selectRow(1);
    return view;
}

QWidget *mainPage()
{
    auto *split = new QSplitter;
    auto *side = new Surface(Token::Panel);
    auto *sideColumn = new QVBoxLayout(side);
    sideColumn->setContentsMargins(0, Theme::gap, 0, Theme::gap);
    sideColumn->addWidget(tree());
    split->addWidget(side);
    auto *middle = new QWidget;
    auto *column = new QVBoxLayout(middle);
    column->setContentsMargins({});
    auto *tools = new QHBoxLayout;
    tools->setContentsMargins(Theme::groupGap, Theme::gap, Theme::groupGap, 0);
    auto *chips = new FilterChips;
    for (const QString &word : {u"Waiting"_s, u"Authorized"_s, u"All"_s})
        chips->addChip(int(word.size()), word);
    chips->setCount(7, 41);
    chips->setCount(10, 212);
    chips->setCount(3, 1304);
    tools->addWidget(chips);
    tools->addStretch();
    tools->addWidget(new SearchField(u"Search"_s, u"Name, room, MAC, IP, SSID…"_s));
    column->addLayout(tools);
    column->addWidget(table());
    split->addWidget(middle);
    split->setFixedHeight(260);
    return split;
}

QWidget *page(const Clock &clock)
{
    auto *page = new QWidget;
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    auto *banner = new Banner(Banner::Kind::Info, u"Demo: everything here is simulated."_s);
    banner->setAction(u"Add a real controller…"_s);
    banner->setDismissible(true);
    column->addWidget(banner);
    column->addWidget(
        new Banner(Banner::Kind::Warning, u"Annex is offline since 14:03; its rows may be old."_s));
    column->addWidget(new TextLabel(u"Clients of Harbour Hotel"_s, TextRole::PageTitle));
    column->addWidget(new TextLabel(u"Secondary text"_s, TextRole::Secondary, Token::Ink2));
    column->addWidget(chipsPage());
    column->addWidget(buttonsPage());
    column->addWidget(fieldsPage(clock));
    column->addWidget(iconsPage());
    column->addWidget(new MarkSheet);
    auto *mac = new CopyableText(u"MAC address"_s);
    mac->setText(u"a2:41:00:5e:10:9f"_s);
    column->addWidget(mac);
    column->addWidget(mainPage());
    auto *empty = new EmptyState(
        IconName::Controller, u"No controller yet. Add one to see who is waiting for the Wi-Fi."_s);
    empty->setAction(u"Add controller…"_s);
    column->addWidget(empty);
    auto *strip = new StatusStrip;
    strip->setText(u"2 controllers connected, refreshed 3 s ago"_s);
    column->addWidget(strip);
    auto *second = new StatusStrip;
    second->undoBar()->offer(ChipKind::Confirmed,
        u"Lee, 214 authorized until Sun 11:00, confirmed by the controller 14:03:22"_s, 10s);
    column->addWidget(second);
    page->resize(900, page->sizeHint().height());
    return page;
}

bool save(QWidget *widget, const QString &name)
{
    const QPixmap picture = widget->grab();
    return picture.save(QStringLiteral(GALLERY_DIR "/%1@%2x.png")
                            .arg(name.arg(QLatin1StringView(QTest::currentDataTag())))
                            .arg(picture.devicePixelRatio()));
}

} // namespace

/// Renders every widget in both schemes, both reading directions and at two scales, for people to
/// look at.
class TestGallery : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QLocale::setDefault(QLocale::c());
        m_theme.applyTo(*qApp);
        QVERIFY(QDir().mkpath(QStringLiteral(GALLERY_DIR)));
    }

    void rendersEverything_data()
    {
        QTest::addColumn<SchemeChoice>("choice");
        QTest::addColumn<Qt::LayoutDirection>("direction");
        QTest::newRow("light") << SchemeChoice::Light << Qt::LeftToRight;
        QTest::newRow("dark") << SchemeChoice::Dark << Qt::LeftToRight;
        QTest::newRow("mirrored") << SchemeChoice::Light << Qt::RightToLeft;
    }
    void rendersEverything()
    {
        QFETCH(SchemeChoice, choice);
        QFETCH(Qt::LayoutDirection, direction);
        m_theme.setChoice(choice);
        QCoreApplication::processEvents();
        QGuiApplication::setLayoutDirection(direction);
        const std::unique_ptr<QWidget> shown(page(m_clock));
        shown->show();
        const auto *strip = shown->findChild<UndoBar *>();
        QVERIFY(strip);
        QTRY_COMPARE(shown->findChildren<StatusStrip *>().last()->undoBar()->y(), 0);
        QVERIFY(save(shown.get(), u"%1"_s));
        std::unique_ptr<QMenu> menu(new QMenu);
        menu->addAction(icons::icon(IconName::Authorized), u"Authorize"_s)
            ->setShortcut(Qt::CTRL | Qt::Key_Return);
        QAction *checked = menu->addAction(u"Compact rows"_s);
        checked->setCheckable(true);
        checked->setChecked(true);
        menu->addSeparator();
        menu->addMenu(u"Presets"_s);
        menu->addAction(icons::icon(IconName::Blocked), u"Block"_s)->setEnabled(false);
        menu->setActiveAction(menu->actions().first());
        menu->resize(menu->sizeHint());
        QVERIFY(save(menu.get(), u"menu-%1"_s));
        QGuiApplication::setLayoutDirection(Qt::LeftToRight);
    }

private:
    SystemClock m_clock;
    Theme m_theme{SchemeChoice::Light};
};

QTEST_MAIN(TestGallery)
#include "tst_gallery.moc"
