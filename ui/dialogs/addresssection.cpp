#include "ui/dialogs/addresssection.h"

#include "phrases/phrases.h"
#include "ui/dialogs/labels.h"
#include "ui/widgets/spinner.h"

#include <QBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace {

QString foundSentence(const DetectedController &found)
{
    QStringList protocols;
    for (const Generation generation : found.generations)
        protocols << phrases::text(generation);
    const QString spoken = protocols.join(AddressSection::tr(" and ", "between protocols"));
    const QString where = found.url.toDisplayString(QUrl::RemovePassword | QUrl::RemoveUserInfo);
    const QString sentence
        = AddressSection::tr("Found %1 at %2. Gatehouse speaks to it by the %3.")
              .arg(phrases::product(found.product, found.version), where, spoken);
    return found.generations == QList{Generation::UnifiClassic}
        ? AddressSection::tr("%1 It knows no API keys.").arg(sentence)
        : sentence;
}

} // namespace

AddressSection::AddressSection(Gatehouse &gatehouse, QWidget *parent)
    : QWidget(parent)
    , m_gatehouse(gatehouse)
    , m_address(new QLineEdit)
    , m_find(new QPushButton(tr("&Find")))
    , m_spinner(new Spinner)
    , m_sentence(labels::hint())
    , m_problem(labels::problem())
{
    m_address->setAccessibleName(tr("Host or address"));
    m_address->setPlaceholderText(tr("192.168.1.1, unifi.example.org:8443 …"));
    m_address->setInputMethodHints(Qt::ImhUrlCharactersOnly | Qt::ImhNoPredictiveText);
    m_find->setAutoDefault(false);

    auto *line = new QHBoxLayout;
    line->setSpacing(Theme::gap);
    line->addWidget(m_address, 1);
    line->addWidget(m_find);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(Theme::grid);
    column->addWidget(labels::forField(tr("&Host or address"), m_address));
    column->addLayout(line);
    auto *saying = new QHBoxLayout;
    saying->setSpacing(Theme::gap);
    saying->addWidget(m_spinner);
    saying->addWidget(m_sentence, 1);
    column->addLayout(saying);
    column->addWidget(m_problem);
    setFocusProxy(m_address);

    connect(m_address, &QLineEdit::textChanged, this, [this] {
        stop();
        m_searchedFor.clear();
        m_found.reset();
        labels::say(m_problem, {});
        Theme::setWrong(m_address, false);
        refresh();
        Q_EMIT addressChanged();
    });
    connect(m_address, &QLineEdit::editingFinished, this, &AddressSection::lookOnce);
    connect(m_find, &QPushButton::clicked, this, [this] { isSearching() ? stop() : search(); });
    labels::say(m_problem, {});
    refresh();
}

AddressSection::~AddressSection()
{
    if (m_search)
        m_search->cancel();
}

bool AddressSection::isEmpty() const
{
    return m_address->text().trimmed().isEmpty();
}

void AddressSection::lookOnce()
{
    if (m_address->text().trimmed() != m_searchedFor)
        search();
}

void AddressSection::search()
{
    stop();
    const QString address = m_address->text().trimmed();
    if (address.isEmpty())
        return;
    m_searchedFor = address;
    m_found.reset();
    labels::say(m_problem, {});
    Theme::setWrong(m_address, false);
    m_search = m_gatehouse.detect(address);
    m_search->then(
        this, [this, search = m_search.data()](const Result<DetectedController> &answer) {
            if (search == m_search)
                show(answer);
        });
    refresh();
    Q_EMIT searching();
}

void AddressSection::stop()
{
    if (!m_search)
        return;
    JobBase *given = m_search;
    m_search = nullptr;
    given->cancel();
    m_searchedFor.clear();
    refresh();
    Q_EMIT searched();
}

void AddressSection::show(const Result<DetectedController> &answer)
{
    m_search = nullptr;
    if (answer) {
        m_found = *answer;
    } else {
        labels::say(m_problem, phrases::textWithNextStep(answer.error()));
        Theme::setWrong(m_address, true);
    }
    refresh();
    Q_EMIT searched();
}

void AddressSection::refresh()
{
    m_spinner->setVisible(isSearching());
    m_find->setText(isSearching() ? tr("&Stop") : tr("&Find"));
    m_find->setEnabled(isSearching() || !isEmpty());
    labels::say(m_sentence,
        m_found             ? foundSentence(*m_found)
            : isSearching() ? tr("Looking at the usual ports for a controller…")
                            : QString());
}
