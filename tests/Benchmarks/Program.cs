using Benchmarks;
using Core.Routing;

// Each part alone by its name, everything without one; "suppression" and "files" need no storage; "queue" takes the larger number of requests after it.
if (args is [] or ["office"])
{
    await Office();
}

if (args is [] or ["queue", ..])
{
    await QueueSpeed.RunAsync(args is ["queue", var many] ? int.Parse(many, System.Globalization.CultureInfo.InvariantCulture) : 100_000);
}

if (args is [] or ["files"])
{
    Files();
}

if (args is [] or ["suppression"])
{
    Suppressions();
}

static void Suppressions()
{
    var (cells, exact, milliseconds) = SuppressionLoss.Measure(tables: 60);
    Console.WriteLine($"suppression, small tables            {cells} cells hidden, {exact} at the exact optimum: {(double)cells / exact:F3} times; {milliseconds:F1} ms a table");
    foreach (var small in (double[])[0.02, 0.05, 0.1])
    {
        var (seconds, primary, hidden, atLeast) = SuppressionLoss.Large(small);
        Console.WriteLine(
            $"50 x 50, {small:P0} of the counts small    {seconds:F1} s; {hidden} cells hidden, {primary} of them small; no plan hides fewer than {atLeast}: {(double)hidden / atLeast:F3} times");
        var (whole, counts, shares) = SuppressionLoss.WithPercentages(small);
        Console.WriteLine($"  as a file with percentages         {whole:F1} s; {counts} counts hidden, {shares} percentages with them");
    }
}

static void Files()
{
    foreach (var (extension, rows, withText, level) in new[]
    {
        (".csv", 100_000, false, DataLevel.DeIdentifiedStudentLevel), (".csv", 1_000_000, false, DataLevel.DeIdentifiedStudentLevel),
        (".csv", 1_000_000, true, DataLevel.DeIdentifiedStudentLevel), (".csv", 1_000_000, true, DataLevel.Aggregate),
        (".xlsx", 100_000, false, DataLevel.DeIdentifiedStudentLevel), (".xlsx", 1_000_000, false, DataLevel.DeIdentifiedStudentLevel),
    })
    {
        var found = LargeFiles.Measure(extension, rows, withText, level, times: extension == ".csv" ? 5 : 1);
        Console.WriteLine(
            $"{rows,9:N0} rows {extension,-5} {level,-26}{(withText ? "with sentences" : ""),-15} read in {found.Reading:F2} s, {found.ReadingBytes >> 20} MB; "
            + $"checked in {found.Checking:F2} s ({found.Checking / found.Reading:F2} times), {found.CheckingBytes >> 20} MB");
    }
}

static async Task Office()
{
    // Ratios within one run, since machines differ: lifecycles against what the storage does with bare transactions.
    await using var office = await OfficeOnAzurite.StartAsync();
    var bare = await BareTransactions.PerSecondAsync(office.ConnectionString);
    Console.WriteLine($"bare three-row transactions          {bare,8:F0} /s");

    await Lifecycles.RunAsync(office, count: 16, atOnce: 16);
    var (perSecond, requestsEach) = await Lifecycles.RunAsync(office, count: 200, atOnce: 16);
    Console.WriteLine($"lifecycles of {Lifecycles.Commands} commands, 16 at once  {perSecond,6:F1} /s, {requestsEach:F0} storage requests each");
    Console.WriteLine($"bare transactions a lifecycle costs  {bare / perSecond,8:F1}");

    var idle = await office.RequestsWhileIdleAsync(TimeSpan.FromSeconds(20));
    Console.WriteLine($"storage requests while idle          {idle,8:F2} /s");
}
