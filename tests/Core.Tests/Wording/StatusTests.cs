using Core.Routing;

namespace Core.Tests.Wording;

/// <summary>
/// LTR-2018: nobody's immigration or citizenship status is kept, in English and the portal's other languages, however it is written; and
/// nothing else is taken for it.
/// </summary>
public sealed class StatusTests
{
    [Theory]
    // English
    [InlineData("Please send the immigration status of all students")]
    [InlineData("list every undocumented student")]
    [InlineData("IMMIGRATION STATUS")]
    [InlineData("Immigration_Status")]
    [InlineData("citizenshipStatus of the family")]
    [InlineData("whether they hold a student visa")]
    [InlineData("green card holders")]
    [InlineData("is she a US citizen?")]
    [InlineData("DACA recipients")]
    // Disguised
    [InlineData("1mmigrati0n st4tus")]
    [InlineData("imm1gration status")]
    [InlineData("und0cumented kids")]
    [InlineData("undocument3d")]
    [InlineData("i m m i g r a t i o n  s t a t u s")]
    [InlineData("u.n.d.o.c.u.m.e.n.t.e.d")]
    [InlineData("u-n-d-o-c-u-m-e-n-t-e-d students")]
    [InlineData("immi gration sta tus")]
    [InlineData("un documented")]
    [InlineData("immi\u00adgration sta\u200btus")]
    [InlineData("ｉｍｍｉｇｒａｔｉｏｎ status")]
    [InlineData("\u0456mm\u0456gr\u0430t\u0456\u043en st\u0430tus")]
    [InlineData("\u0441\u0456tizenship")]
    [InlineData("immigration $tatus")]
    // Spanish
    [InlineData("¿Cuál es el estatus migratorio de la familia?")]
    [InlineData("SITUACIÓN MIGRATORIA")]
    [InlineData("situacion migratoria")]
    [InlineData("alumnos indocumentados")]
    [InlineData("familias sin papeles")]
    [InlineData("la ciudadanía de los padres")]
    [InlineData("tarjeta verde")]
    [InlineData("residentes permanentes")]
    [InlineData("país de nacimiento")]
    [InlineData("inmigrantes ilegales")]
    [InlineData("ind0cumentados")]
    // Haitian Creole
    [InlineData("Ki estati imigrasyon fanmi an?")]
    [InlineData("sitiyasyon imigrasyon")]
    [InlineData("elèv san papye")]
    [InlineData("sitwayènte")]
    [InlineData("nasyonalite paran yo")]
    [InlineData("kat vèt")]
    [InlineData("rezidan pèmanan")]
    // Portuguese
    [InlineData("situação migratória dos alunos")]
    [InlineData("SITUACAO MIGRATORIA")]
    [InlineData("status imigratório")]
    [InlineData("alunos sem documentos")]
    [InlineData("cidadania dos pais")]
    [InlineData("nacionalidade")]
    [InlineData("tipo de visto")]
    [InlineData("imigrantes ilegais")]
    // Vietnamese
    [InlineData("tình trạng di trú của học sinh")]
    [InlineData("TÌNH TRẠNG NHẬP CƯ")]
    [InlineData("tinh trang nhap cu")]
    [InlineData("quốc tịch của phụ huynh")]
    [InlineData("học sinh không có giấy tờ")]
    [InlineData("thẻ xanh")]
    [InlineData("công dân Hoa Kỳ")]
    [InlineData("nhập cư bất hợp pháp")]
    // Chinese
    [InlineData("请提供学生的移民身份")]
    [InlineData("移 民 身 份")]
    [InlineData("學生的移民狀態")]
    [InlineData("国籍")]
    [InlineData("他们有没有绿卡")]
    [InlineData("无证移民学生名单")]
    [InlineData("签证类型")]
    [InlineData("是不是美国公民")]
    // Arabic
    [InlineData("ما هي حالة الهجرة للطالب")]
    [InlineData("وضع الهجرة")]
    [InlineData("جنسية الطالب")]
    [InlineData("الجِنْسِيَّة")]
    [InlineData("الجنـــسية")]
    [InlineData("طلاب بدون أوراق")]
    [InlineData("مهاجرين غير شرعيين")]
    [InlineData("نوع التأشيرة")]
    [InlineData("البطاقة الخضراء")]
    public void Is_found(string text)
    {
        Screening.AsksForStatus(text).ShouldBeTrue();
        Screening.SaysStatus(text).ShouldBeTrue();
    }

    [Theory]
    // English
    [InlineData("civics scores and civics classes")]
    [InlineData("first language and home language")]
    [InlineData("national test results, NAEP")]
    [InlineData("What is the status of my request?")]
    [InlineData("the fee was paid by Visa card")]
    [InlineData("a Visa gift card for the raffle")]
    [InlineData("The book club reads Alien Worlds and The Aliens Are Coming")]
    [InlineData("digital citizenship lessons")]
    [InlineData("good citizenship awards")]
    [InlineData("international students' week")]
    [InlineData("enrollment status, housing status, English learner status")]
    [InlineData("the history of immigration, unit 4")]
    [InlineData("undocumented absences by month")]
    [InlineData("legal status of our nonprofit")]
    [InlineData("legal guardian")]
    [InlineData("permanent address")]
    [InlineData("vaccine documentation")]
    [InlineData("proof of residency in the city")]
    [InlineData("Immigration and Customs Enforcement came to the desk")]
    [InlineData("migrant education program")]
    [InlineData("room 1A, grade 3, 4 of 5")]
    [InlineData("naturalistic observation")]
    // Spanish
    [InlineData("educación cívica")]
    [InlineData("el primer idioma")]
    [InlineData("la prueba nacional")]
    [InlineData("el estado de mi solicitud")]
    [InlineData("educación para la ciudadanía")]
    [InlineData("ciudadanía digital")]
    [InlineData("pagado con tarjeta Visa")]
    // Haitian Creole
    [InlineData("premye lang timoun nan")]
    [InlineData("egzamen nasyonal")]
    [InlineData("kote demann mwen an ye")]
    // Portuguese
    [InlineData("primeira língua")]
    [InlineData("prova nacional")]
    [InlineData("o estado do meu pedido")]
    [InlineData("educação para a cidadania")]
    [InlineData("visto que choveu")]
    // Vietnamese
    [InlineData("ngôn ngữ thứ nhất")]
    [InlineData("kỳ thi quốc gia")]
    [InlineData("giáo dục công dân")]
    [InlineData("tình trạng đơn của tôi")]
    // Chinese
    [InlineData("公民课成绩")]
    [InlineData("公民教育")]
    [InlineData("第一语言")]
    [InlineData("全国考试")]
    [InlineData("我的申请状态")]
    // Arabic
    [InlineData("التربية المدنية")]
    [InlineData("اللغة الأولى")]
    [InlineData("الاختبار الوطني")]
    [InlineData("حالة طلبي")]
    [InlineData("التربية الجنسية")]
    [InlineData("الصحة الجنسية")]
    public void Is_not_seen_where_it_is_not(string text)
    {
        Screening.AsksForStatus(text).ShouldBeFalse();
        Screening.SaysStatus(text).ShouldBeFalse();
    }

    [Theory]
    [InlineData("The district does not keep immigration status.", false)]
    [InlineData("All students are served regardless of citizenship or immigration status.", false)]
    [InlineData("We do not ask for immigration status. She is undocumented.", true)]
    [InlineData("We never ask, but she is undocumented.", true)]
    [InlineData("Immigration status: pending.", true)]
    [InlineData("Atendemos a todos sin importar su estatus migratorio.", false)]
    [InlineData("不论移民身份", false)]
    public void A_sentence_that_says_that_nobody_is_asked_tells_nothing_of_anybody(string text, bool says) => Screening.SaysStatus(text).ShouldBe(says);

    [Theory]
    [InlineData("undocumented.csv", true)]
    [InlineData("immigration_status_2024.xlsx", true)]
    [InlineData("visa.pdf", true)]
    [InlineData("DACA.pdf", true)]
    [InlineData("estatus-migratorio.pdf", true)]
    [InlineData("国籍.csv", true)]
    [InlineData("visa-receipt-for-the-fee.pdf", false)]
    [InlineData("civics.csv", false)]
    [InlineData("consent form.pdf", false)]
    [InlineData("citizenship-education.pdf", false)]
    public void A_files_name_is_judged_without_its_ending(string name, bool says) => Screening.FileNameSaysStatus(name).ShouldBe(says);

    [Theory]
    [InlineData("Harbor Citizenship Clinic", false)]
    [InlineData("U.S. Citizenship and Immigration Services", false)]
    [InlineData("Refugee Support Network", false)]
    [InlineData("Northside School, immigration status pending", true)]
    public void The_name_of_an_organization_is_a_name(string name, bool says) => Screening.OrganizationSaysStatus(name).ShouldBe(says);
}
