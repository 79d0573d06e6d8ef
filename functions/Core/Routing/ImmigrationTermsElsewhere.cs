namespace Core.Routing;

/// <summary>
/// The terms of <see cref="ImmigrationTerms"/> in the portal's other languages, a paragraph each. Written without accents, as words are compared.
/// </summary>
internal static class ImmigrationTermsElsewhere
{
    /// <summary>Asks for a status wherever it stands.</summary>
    public static readonly string[] Anywhere =
    [
        // Spanish.
        "estatus|estado|estados|status|situacion|condicion|calidad migratori*", "estatus|estado|situacion de inmigracion|migracion", "estatus|situacion legal|irregular",
        "documentos|papeles migratorios|de inmigracion", "ciudadania", "ciudadan* american*|estadounidense*|de los estados", "no ciudadan*", "indocumentad*", "sin papeles",
        "inmigrante|inmigrantes|migrante|migrantes ilegal*|irregular*", "nacionalidad*", "pais|paises de ciudadania|origen|nacimiento",
        "tarjeta|tarjetas verde|verdes", "tipo|tipos|estado de visa|visado", "visa|visado de estudiante|trabajo|turista", "residente|residentes permanente|permanentes",
        "solicitante|solicitantes|solicitud|estatus de asilo|refugio", "orden|proceso de deportacion", "naturalizad*",
        // Portuguese.
        "status|situacao|estatuto|condicao imigratori*|migratori*", "status|estatuto|situacao de imigracao", "situacao legal|irregular no pais", "cidadania",
        "cidadao|cidada|cidadaos american*", "nacionalidade*", "sem documentos|papeis", "imigrante|imigrantes ilegal|ilegais|irregular|irregulares",
        "cartao|cartoes verde|verdes", "tipo|tipos|status de visto", "visto de estudante|trabalho|turista", "pais|paises de origem", "pedido|status de asilo|refugio|refugiado",
        "ordem|processo de deportacao", "naturalizad*",
        // Haitian Creole.
        "estati|sitiyasyon|dosye imigrasyon", "estati legal", "sitwayente", "sitwayen ameriken", "nasyonalite", "moun|elev|fanmi|imigran|etidyan san papye", "imigran ilegal",
        "kat vet", "tip|kalite viza", "viza etidyan|travay|touris", "rezidan pemanan", "demann|demand azil", "peyi orijin|nesans|natif", "depotasyon",
        // French.
        "statut d immigration", "statut dimmigration", "statut migratoire", "citoyennete", "nationalite", "sans papiers",
        // Vietnamese.
        "tinh trang di|nhap tru|cu", "tinh trang cong dan", "ho so di|nhap tru|cu", "quoc tich", "cong dan my", "cong dan hoa ky", "hoc sinh khong co giay to", "gia dinh khong co giay to", "nguoi khong co giay to",
        "hoc sinh khong giay to", "nguoi khong giay to", "khong co giay to hop phap", "nhap cu|di bat hop phap", "di|nhap tru|cu bat hop phap", "cu tru bat hop phap", "the xanh", "loai thi thuc", "loai visa",
        "tinh trang thi thuc", "thuong tru nhan", "tinh trang ti|ty nan", "lenh truc xuat", "nhap tich", "nuoc xuat xu", "noi xuat xu", "quoc gia xuat xu",
        // Chinese, simplified and traditional.
        "移民身份", "移民身分", "移民状态", "移民狀態", "移民状况", "移民信息", "移民资料", "公民身份", "公民身分", "国籍", "國籍", "美国公民", "美國公民", "非公民", "无证移民", "無證移民",
        "无证学生", "無證學生", "无证家庭", "無證家庭", "没有合法身份", "沒有合法身份", "无合法身份", "非法移民", "合法身份", "绿卡", "綠卡", "签证类型", "簽證類型", "签证状态", "簽證狀態",
        "签证身份", "学生签证", "工作签证", "永久居民", "永久居留", "居留身份", "庇护申请", "申请庇护", "难民身份", "難民身份", "驱逐出境", "驅逐出境", "遣返令", "出生国", "出生國", "原籍国", "原籍國", "入籍",
        // Arabic.
        "حالة|وضع|ملف|صفة هجرة", "وضع|حالة قانوني*|قانونية للهجرة", "جنسية", "جنسيت*", "جنسيات", "مواطنة", "مواطن|مواطنون|مواطنين اميركي*|امريكي*", "بدون|بلا اوراق|وثائق",
        "غير موثق*|نظامي*", "مهاجر|مهاجرون|مهاجرين غير شرعي*|قانوني*|نظامي*", "هجرة غير شرعية|قانونية", "بطاقة خضراء", "نوع|حالة تاشير*", "تاشيرة طالب|دراسة|عمل|سياحة",
        "اقامة دائمة", "مقيم|مقيمون|مقيمين دائم*", "طالب|طلب|طالبي لجوء", "صفة|حالة لاجئ", "امر|قرار ترحيل", "بلد|دولة منشا|اصل|ميلاد|ولادة", "تجنيس",
    ];

    /// <summary>Sounds like it and asks for something else.</summary>
    public static readonly string[] NotMeant =
    [
        "ciudadania digital|global|activa", "educacion para|en|de la|una ciudadania", "educacion|clase|curso de ciudadania", "formacion en|de ciudadania",
        "cidadania digital|global|ativa", "educacao para|em|de a|cidadania", "educacao para a cidadania", "aula|aulas|projeto de cidadania", "edikasyon sou|pou sitwayente", "edikasyon sitwayente",
        // Arabic has one word for nationality and for what concerns sex.
        "تربية|صحة|هوية|ثقافة|توعية|علاقة|علاقات|اساءة|اعتداء|اعتداءات|انتهاكات|جرائم|مضايقات|مضايقة|ميول|امراض|حياة جنسية", "تربية|تعليم على|للمواطنة|مواطنة", "تربية على مواطنة",
        "مواطنة رقمية|فعالة|صالحة",
    ];
}
