using System.Text;

namespace Service.Files.Delimited;

/// <summary>Tells how a file's text is encoded.</summary>
internal static class TextEncoding
{
    private const int SampleBytes = 4096;

    // What is not UTF-8 is Windows-1252, byte by byte: files that are mostly one with a little of the other do exist.
    private static readonly Encoding Utf8Or1252 = Encoding.GetEncoding("utf-8", EncoderFallback.ReplacementFallback, new Windows1252Fallback());

    /// <summary>The encoding, from a byte-order mark or from where the zero bytes are; null where this is no text. Leaves the file at its start.</summary>
    public static Encoding? Of(Stream file)
    {
        Span<byte> buffer = stackalloc byte[SampleBytes];
        file.Position = 0;
        var sample = buffer[..file.ReadAtLeast(buffer, SampleBytes, throwOnEndOfStream: false)];
        file.Position = 0;

        if (sample.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE, 0, 0]))
            return Encoding.UTF32;
        if (sample.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]))
            return Encoding.Unicode;
        if (sample.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
            return Encoding.BigEndianUnicode;

        var zeros = (Even: 0, Odd: 0);
        for (var at = 0; at < sample.Length; at++)
        {
            if (sample[at] == 0)
                zeros = at % 2 == 0 ? (zeros.Even + 1, zeros.Odd) : (zeros.Even, zeros.Odd + 1);
        }
        return zeros switch
        {
            (0, 0) => Utf8Or1252,
            (0, var odd) when odd > sample.Length / 4 => Encoding.Unicode,
            (var even, 0) when even > sample.Length / 4 => Encoding.BigEndianUnicode,
            _ => null,
        };
    }

    private sealed class Windows1252Fallback : DecoderFallback
    {
        private static readonly Encoding Windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

        // A broken sequence is up to three bytes, each of which becomes a character.
        public override int MaxCharCount => 3;

        public override DecoderFallbackBuffer CreateFallbackBuffer() => new Buffer();

        private sealed class Buffer : DecoderFallbackBuffer
        {
            private string text = "";
            private int next;

            public override int Remaining => text.Length - next;

            public override bool Fallback(byte[] bytesUnknown, int index)
            {
                (text, next) = (Windows1252.GetString(bytesUnknown), 0);
                return text.Length > 0;
            }

            public override char GetNextChar() => next < text.Length ? text[next++] : '\0';

            public override bool MovePrevious()
            {
                if (next == 0)
                    return false;
                next--;
                return true;
            }

            public override void Reset() => (text, next) = ("", 0);
        }
    }
}
