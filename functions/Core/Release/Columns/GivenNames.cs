namespace Core.Release.Columns;

/// <summary>
/// Given names often met in the district's languages. A column of names without a telling header is known by them: most such columns
/// hold a good share of these, while columns of schools, places and categories hold next to none.
/// </summary>
internal static class GivenNames
{
    private static readonly HashSet<string> Names = new(
        ("aaliyah,aaron,abdi,abigail,adam,adrian,ahmed,aiden,alana,alejandra,alejandro,alex,alexa,alexander,alexandra,alexis,ali,alice,alicia,alina," +
        "allison,alyssa,amanda,amara,amelia,amina,amir,amy,ana,andre,andrea,andres,andrew,angel,angela,anh,anna,anthony,antonio,ariana,arianna," +
        "ashley,aubrey,audrey,austin,ava,ayanna,bao,beatriz,benjamin,bianca,binh,brandon,brayden,brenda,brian,brianna,bruno,caleb,camila,carla," +
        "carlos,carmen,carolina,caroline,carter,catherine,cecilia,charles,charlotte,chloe,christian,christina,christopher,clara,claudia,connor," +
        "cristian,cynthia,daisy,damian,daniel,daniela,danielle,david,deborah,derek,destiny,diana,diego,dominic,dung,dylan,eduardo,edward,elena,eli," +
        "elias,elijah,elizabeth,ella,ellen,emely,emily,emma,emmanuel,enrique,eric,esther,ethan,eva,evan,evelyn,fatima,felix,fernanda,fernando," +
        "francisco,frantz,gabriel,gabriela,gabriella,genesis,george,gianna,giovanni,gloria,grace,guadalupe,hamza,hannah,hassan,henry,hoa,hoang," +
        "hung,huong,ian,ibrahim,irene,isaac,isabel,isabella,isaiah,ivan,jack,jackson,jacob,jada,jaden,jaime,james,jamila,jasmine,jason,javier," +
        "jayden,jean,jeffrey,jennifer,jeremiah,jessica,jesus,joao,joel,john,jonathan,jordan,jorge,jose,joseph,joshua,josue,juan,julia,julian," +
        "juliana,justin,karen,karina,katherine,kayla,keisha,kevin,khadija,kim,kimberly,kiara,lan,laura,lauren,layla,leah,leila,leo,leonardo," +
        "leslie,liam,lily,linh,lisa,logan,long,lucas,lucia,luis,luke,luz,madison,malik,manuel,marc,marco,marcus,margaret,maria,mariah,mariam," +
        "mariana,marie,mario,marisol,mark,marta,martin,mary,mason,mateo,matthew,maya,megan,melanie,melissa,mia,michael,michelle,miguel,minh," +
        "mohamed,mohammed,monica,morgan,muhammad,nadia,naomi,natalia,natalie,nathan,nathaniel,nevaeh,ngoc,nicholas,nicolas,nicole,noah,nora," +
        "olivia,omar,oscar,owen,pablo,paola,patricia,patrick,paul,paula,pedro,peter,phuong,pierre,priya,quan,quynh,rachel,rafael,ramon,raquel," +
        "rebecca,ricardo,richard,robert,roberto,rosa,ruth,ryan,samantha,samir,samuel,sandra,sara,sarah,savannah,scarlett,sean,sebastian,serena," +
        "sergio,shanice,sofia,sophia,stella,stephanie,steven,susan,sydney,tatiana,taylor,teresa,thanh,theresa,thi,thomas,tiana,tiffany,timothy," +
        "trang,trinity,tuan,tyler,valentina,valeria,vanessa,veronica,victor,victoria,vincent,vivian,wei,william,xavier,ximena,yasmin,yesenia," +
        "yusuf,zachary,zainab,zoe").Split(','),
        StringComparer.OrdinalIgnoreCase);

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Lookup = Names.GetAlternateLookup<ReadOnlySpan<char>>();

    public static bool Contains(ReadOnlySpan<char> word) => Lookup.Contains(word);
}
