using NodaTime;

namespace Service.Tests.Storage;

/// <summary>Makes a value of any type that occurs in an event, with nothing left at its default.</summary>
internal static class Invented
{
    public static object Of(Type type) => type switch
    {
        _ when Nullable.GetUnderlyingType(type) is { } underlying => Of(underlying),
        _ when type == typeof(string) => "größer \"than\" 'life' 𝄞",
        _ when type == typeof(int) => 42,
        _ when type == typeof(long) => 1L << 40,
        _ when type == typeof(decimal) => 12.50m,
        _ when type == typeof(bool) => true,
        _ when type == typeof(Instant) => Instant.FromUtc(2026, 3, 8, 6, 59, 59) + Duration.FromNanoseconds(100),
        _ when type == typeof(LocalDate) => new LocalDate(2028, 2, 29),
        { IsEnum: true } => Enum.GetValues(type).GetValue(Enum.GetValues(type).Length - 1)!,
        { IsGenericType: true } when type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>) => List(type.GetGenericArguments()[0]),
        _ => Record(type),
    };

    private static object List(Type element)
    {
        var list = (System.Collections.IList)Activator.CreateInstance(typeof(List<>).MakeGenericType(element))!;
        list.Add(Of(element));
        list.Add(Of(element));
        return list;
    }

    private static object Record(Type type)
    {
        var constructor = type.GetConstructors().OrderByDescending(one => one.GetParameters().Length).First();
        var made = constructor.Invoke([.. constructor.GetParameters().Select(parameter => Of(parameter.ParameterType))]);
        if (constructor.GetParameters().Length == 0)
        {
            foreach (var property in type.GetProperties().Where(property => property.CanWrite))
            {
                property.SetValue(made, Of(property.PropertyType));
            }
        }

        return made;
    }
}
