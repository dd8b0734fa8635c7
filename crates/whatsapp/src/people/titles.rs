//! What the title of a column says, in the languages of the product and of the usual exports.

use std::collections::HashMap;
use std::sync::LazyLock;

use icu_normalizer::{DecomposingNormalizer, DecomposingNormalizerBorrowed};

const DECOMPOSED: DecomposingNormalizerBorrowed<'static> = DecomposingNormalizer::new_nfd();

/// A longer text is no title.
const TITLE_CHARS_MAX: usize = 60;
const TITLE_WORDS_MAX: usize = 6;
/// A number of the column, or a year.
const TITLE_DIGITS_MAX: usize = 4;

/// What a column is, by its title.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Title {
    WhatsApp,
    Mobile,
    Phone,
    /// A number of whatever kind: of a phone, or of a house.
    Number,
    OtherPhone,
    Lid,
    CountryCode,
    Country,
    AreaCode,
    FirstName,
    LastName,
    Name,
    /// The kind of the number in the next column: Google's `Phone 1 - Label`.
    NumberKind,
    /// Known, and neither a number nor a name: a birthday, an id, an address, a note.
    Other,
}

impl Title {
    pub(super) fn is_number(self) -> bool {
        matches!(self, Self::WhatsApp | Self::Mobile | Self::Phone | Self::Number | Self::OtherPhone | Self::Lid)
    }
}

const WHATSAPP: &str = "whatsapp whatsap watsapp whats wa wpp zap zapzap jid waid wanumber वाट्सएप व्हाट्सएप व्हाट्सऐप \
    واتساب ватсап вотсап";
const MOBILE: &str = "mobile mobil mobilephone mobilnummer mobiltelefon mobilfunk mobilfunknummer mobilenumber cell cellphone \
    cellular cel celular celulares movil telemovel handy handynummer portable hp nohp ponsel handphone \
    seluler mob gsm cellulare mobiel komorka iphone मोबाइल मोबाईल جوال الجوال موبايل мобильный мобильныи 手机 \
    手机号 휴대폰";
const PHONE: &str = "phone phones ph tfno phonenumber phonenumbers telephone telephones tel telf tlf fon fone telefon telefone \
    telefones telefono telefonos telefonnummer telefonnr telnr telno rufnummer telepon telpon telp telefoon \
    telefonu fono msisdn फोन टेलीफोन दूरभाष هاتف الهاتف تلفن телефон 电话 電話 전화";
/// With nothing but these, a title is one of phone numbers.
const NUMBER: &str = "number numbers no nr num numero numeros nummer nomor nomer नंबर रकम номер رقم contact contacts contato \
    contatos contacto contactos kontakt kontakte kontak संपर्क of de do del da my your kontaktnummer \
    contactnumber participant participants";
const NUMBER_ALONE: &str =
    "number numbers numero numeros nummer nummern nomor nomer नंबर номер رقم kontaktnummer contactnumber";
const ELSEWHERE: &str = "home work business office other company landline fixed casa residencial fixo fijo trabalho comercial \
    trabajo oficina otro outro privat private geschaftlich arbeit festnetz dienstlich domicile fixe bureau \
    travail autre rumah kantor lain घर कार्यालय car radio callback";
/// The numbers of other people than the one of the row.
const RELATIVES: &str = "parent parents guardian mother father mom dad spouse wife husband responsavel responsable mae pai \
    madre padre conjuge eltern mutter vater tuteur mere pere ayah ibu ortu orangtua wali owner admin creator author \
    inviter invited referrer referido indicado";
const COUNTRY: &str = "country pais land lander landes pays negara देश страна البلد nation paese ulke region";
const CODE: &str = "code codigo cod vorwahl indicatif kode कोड код prefix prefijo prefixo prefixe calling dial dialing \
    dialling dialcode isd kennzahl";
const COUNTRY_CODE: &str = "countrycode ddi isd cc landesvorwahl landervorwahl landercode landerkennzahl indicatif callingcode \
    dialcode";
const AREA_CODE: &str = "area areacode ddd vorwahl lada ortsvorwahl";
const KIND: &str = "label type tipo typ etiqueta rotulo tipe libelle kind";
const FIRST_NAME: &str = "first given vorname prenom firstname prenome givenname forename";
const LAST_NAME: &str =
    "last family surname nachname apellido apellidos sobrenome lastname familienname belakang familyname";
const NAME: &str = "name nome nombre nom nama नाम имя الاسم اسم 姓名 名前 이름 fullname displayname display username user \
    nickname nick apelido participant participants member membro miembro membre mitglied anggota सदस्य \
    contact kontakt contato contacto kontak person student aluno alumno cliente customer client kunde kundin pushname \
    label";
/// With one of these, a column has no numbers of people, whatever else the title says.
const OTHER: &str = "id ids uuid fax telefax email mail correo birthday birth birthdate dob aniversario nascimento \
    nacimiento cumpleanos geburtstag geburtsdatum anniversaire naissance lahir ulang date data fecha datum \
    tanggal तारीख जन्मदिन zip zipcode postal postcode cep plz postleitzahl cpf cnpj rg nif dni curp rfc rut \
    ruc cuit ssn pan aadhaar aadhar nik npwp ktp tax steuer iban account konto conta cuenta rekening \
    address street endereco direccion adresse strasse alamat city cidade ciudad stadt ville kota पता note \
    notes notas nota notizen notiz observacao observacoes observaciones remark remarks bemerkung \
    bemerkungen catatan comment comments comentario comentarios kommentar commentaire टिप्पणी price amount \
    preco valor precio preis betrag montant prix harga jumlah total sum salary राशि age idade edad alter \
    umur उम्र serial roll row index order invoice ticket registration matricula employee enrollment house \
    room url website link photo picture gender sex created updated joined timestamp time hora uhrzeit heure \
    waktu organization organisation phonetic yomi title verified status emergency emergencia notfall \
    urgence darurat assistant assistants manager pager telex role roles rolle papel rol peran extension \
    ramal pin passport password count quantity qty carrier provider consent result results resultado ergebnis \
    resultat hasil owner creator author नतीजा परिणाम reason reasons motivo grund raison alasan कारण वजह problem problema probleme";

/// Ids, where no phone is named: `Document`, but `Customer phone` is one of numbers.
const IDS: &str = "documento document documentos dokument identificacion identificacao identification identity cedula \
    codigo code kode kennung socio adherent contribuinte contribuyente tracking rastreio pedido orden commande \
    bestellung auftrag rechnung facture factura fatura pesanan protocolo processo chave pix license licence lizenz \
    permit reference referencia reference ref ticket kundennummer kundennr mitgliedsnummer kontonummer matricule siret siren nss cnh bvn nin nhs imei serie";
/// Titles of sums below a table.
const TOTALS: &str = "total totals totais totales sum summe gesamt soma suma somme subtotal jumlah कुल योग";

/// Returns whether the title may stand over names and over numbers: `Contact`.
pub(super) fn is_contact(title: &str) -> bool {
    has_contact(&words(title))
}

/// Returns whether the title is one of ids, which may be those of WhatsApp.
pub(super) fn is_id(title: &str) -> bool {
    words(title).last().is_some_and(|word| word == "id")
}

/// Returns whether the first word of a row says that it is a sum.
pub(super) fn is_total(label: &str) -> bool {
    words(&label.chars().take(TITLE_CHARS_MAX).collect::<String>())
        .first()
        .is_some_and(|word| TOTALS.split(' ').any(|one| one == word))
}

/// The lists of words in titles.
#[derive(Clone, Copy)]
enum WordList {
    WhatsApp,
    Mobile,
    Phone,
    Number,
    NumberAlone,
    Elsewhere,
    Relatives,
    Country,
    Code,
    CountryCode,
    AreaCode,
    Kind,
    FirstName,
    LastName,
    Name,
    Other,
    Ids,
}

/// The lists that each word is in, a bit for each list. Every word beside a number is looked up.
static LISTS_OF_WORDS: LazyLock<HashMap<&'static str, u32>> = LazyLock::new(|| {
    let lists = [
        (WordList::WhatsApp, WHATSAPP),
        (WordList::Mobile, MOBILE),
        (WordList::Phone, PHONE),
        (WordList::Number, NUMBER),
        (WordList::NumberAlone, NUMBER_ALONE),
        (WordList::Elsewhere, ELSEWHERE),
        (WordList::Relatives, RELATIVES),
        (WordList::Country, COUNTRY),
        (WordList::Code, CODE),
        (WordList::CountryCode, COUNTRY_CODE),
        (WordList::AreaCode, AREA_CODE),
        (WordList::Kind, KIND),
        (WordList::FirstName, FIRST_NAME),
        (WordList::LastName, LAST_NAME),
        (WordList::Name, NAME),
        (WordList::Other, OTHER),
        (WordList::Ids, IDS),
    ];
    let mut words: HashMap<&str, u32> = HashMap::new();
    for (list, text) in lists {
        for word in text.split(' ') {
            *words.entry(word).or_default() |= 1 << list as u32;
        }
    }
    words
});

/// Returns what a title says; `None` for a text that is no known title.
pub(super) fn kind(title: &str) -> Option<Title> {
    let digits = title.bytes().filter(u8::is_ascii_digit).count();
    if title.chars().count() > TITLE_CHARS_MAX || digits > TITLE_DIGITS_MAX || title.contains("://") {
        return None;
    }
    let words = words(title);
    if words.is_empty() || words.len() > TITLE_WORDS_MAX {
        return None;
    }
    let lists: Vec<u32> = words.iter().map(|word| LISTS_OF_WORDS.get(&**word).copied().unwrap_or_default()).collect();
    let has = |list: WordList| lists.iter().any(|one| one & (1 << list as u32) != 0);
    let all = |list: WordList| lists.iter().all(|one| one & (1 << list as u32) != 0);
    let has_one = |known: &str| words.iter().any(|word| known.split(' ').any(|one| one == word));
    let has_phone = has(WordList::WhatsApp) || has(WordList::Mobile) || has(WordList::Phone);
    if has_one("lid") {
        return Some(Title::Lid);
    }
    if has(WordList::CountryCode) || (has(WordList::Country) && has(WordList::Code)) {
        return Some(Title::CountryCode);
    }
    if all(WordList::Country) {
        return Some(Title::Country);
    }
    if has(WordList::AreaCode) && !has(WordList::Other) {
        return Some(Title::AreaCode);
    }
    if has_phone && has(WordList::Kind) {
        return Some(Title::NumberKind);
    }
    if has(WordList::Other) && !has_one("whatsapp jid waid") && !(has_one("cep") && has_phone) {
        return Some(Title::Other);
    }
    let is_number = || {
        all(WordList::Number) && has(WordList::NumberAlone)
            || (has(WordList::NumberAlone) || has_one("no nr")) && has_contact(&words) && all(WordList::Number)
    };
    if has(WordList::WhatsApp) && !has_one("name nome nombre nama group grupo gruppe") {
        return Some(Title::WhatsApp);
    }
    if has_phone && has(WordList::Relatives) {
        return Some(Title::OtherPhone);
    }
    if has_phone && !has(WordList::Elsewhere) {
        return Some(if has(WordList::Mobile) { Title::Mobile } else { Title::Phone });
    }
    if has_phone {
        return Some(if has(WordList::Mobile) { Title::Mobile } else { Title::OtherPhone });
    }
    if is_number() {
        return Some(if has_contact(&words) { Title::Phone } else { Title::Number });
    }
    if has(WordList::Ids) && !has_one("name nome nombre nom nama नाम") {
        return Some(Title::Other);
    }
    if has(WordList::FirstName) {
        return Some(Title::FirstName);
    }
    if has(WordList::LastName) {
        return Some(Title::LastName);
    }
    has(WordList::Name).then_some(Title::Name)
}

fn has_contact(words: &[String]) -> bool {
    words.iter().any(|word| word.starts_with("conta") || word.starts_with("kontak") || word == "संपर्क")
}

/// Returns the words of a title in lower case, without accents and digits: `phoneNumber_1` has `phone` and `number`.
fn words(title: &str) -> Vec<String> {
    let mut spaced = String::with_capacity(title.len() + 4);
    let mut last = ' ';
    for c in title.chars() {
        if c.is_uppercase() && last.is_lowercase() {
            spaced.push(' ');
        }
        spaced.push(c);
        last = c;
    }
    // E-mail and the name of WhatsApp are one word however they are written.
    for (written, word) in [("E-mail", "email"), ("e-mail", "email"), ("Whats App", "whatsapp"), ("i Phone", "iphone")]
    {
        if spaced.contains(written) {
            spaced = spaced.replace(written, word);
        }
    }
    let decomposed = DECOMPOSED.normalize(&spaced.to_lowercase()).into_owned();
    let without_accents: String =
        decomposed.chars().filter(|c| !matches!(c, '\u{300}'..='\u{36f}' | '\u{93c}')).collect();
    let is_word = |c: char| c.is_alphabetic() || matches!(c, '\u{900}'..='\u{963}');
    without_accents.split(|c: char| !is_word(c)).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_are_known_in_every_language() {
        for (title, expected) in [
            ("WhatsApp", Title::WhatsApp),
            ("WhatsApp Number", Title::WhatsApp),
            ("No. WA", Title::WhatsApp),
            ("jid", Title::WhatsApp),
            ("lid", Title::Lid),
            ("Número do WhatsApp", Title::WhatsApp),
            ("Mobile No", Title::Mobile),
            ("Mobile Phone", Title::Mobile),
            ("Celular", Title::Mobile),
            ("Teléfono móvil", Title::Mobile),
            ("Handynummer", Title::Mobile),
            ("Portable", Title::Mobile),
            ("Nomor HP", Title::Mobile),
            ("मोबाइल नंबर", Title::Mobile),
            ("phone_number", Title::Phone),
            ("phoneNumber", Title::Phone),
            ("Phone 1 - Value", Title::Phone),
            ("Contact Number", Title::Phone),
            ("Contact No.", Title::Phone),
            ("Telefone", Title::Phone),
            ("Téléphone", Title::Phone),
            ("फ़ोन", Title::Phone),
            ("Number", Title::Number),
            ("Nomor Telepon", Title::Phone),
            ("Telefonnummer", Title::Phone),
            ("Home Phone", Title::OtherPhone),
            ("Company Main Phone", Title::OtherPhone),
            ("Telefone residencial", Title::OtherPhone),
            ("Country Code", Title::CountryCode),
            ("DDI", Title::CountryCode),
            ("Código do país", Title::CountryCode),
            ("Ländervorwahl", Title::CountryCode),
            ("Kode negara", Title::CountryCode),
            ("Country", Title::Country),
            ("País", Title::Country),
            ("DDD", Title::AreaCode),
            ("Vorwahl", Title::AreaCode),
            ("Name", Title::Name),
            ("Nome completo", Title::Name),
            ("First Name", Title::FirstName),
            ("Nachname", Title::LastName),
            ("Phone 1 - Label", Title::NumberKind),
            ("Birthday", Title::Other),
            ("Student ID", Title::Other),
            ("Date", Title::Other),
            ("Business Fax", Title::Other),
            ("E-mail 1 - Value", Title::Other),
            ("CEP", Title::Other),
            ("CPF", Title::Other),
            ("Serial Number", Title::Other),
            ("Documento", Title::Other),
            ("Código", Title::Other),
            ("Customer Number", Title::Name),
            ("Cliente", Title::Name),
            ("Tracking number", Title::Other),
            ("Nº socio", Title::Other),
            ("Cédula", Title::Other),
            ("Chave PIX", Title::Other),
            ("Contribuinte", Title::Other),
            ("N° adhérent", Title::Other),
            ("Identificación", Title::Other),
            ("Customer phone", Title::Phone),
            ("Celular do sócio", Title::Mobile),
            ("Customer name", Title::Name),
            ("Father's Mobile", Title::OtherPhone),
            ("Celular do responsável", Title::OtherPhone),
            ("Account number", Title::Other),
            ("Home Postal Code", Title::Other),
            ("Emergency Contact Number", Title::Other),
            ("Notes", Title::Other),
        ] {
            assert_eq!(kind(title), Some(expected), "{title}");
        }
        for title in ["Ana", "11 9888", "", "Alpha Team", "+5511988880001", &"phone ".repeat(20)] {
            assert_eq!(kind(title), None, "{title}");
        }
    }
}
