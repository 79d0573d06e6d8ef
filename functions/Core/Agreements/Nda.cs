using NodaTime;

namespace Core.Agreements;

/// <summary>A non-disclosure agreement as it is put before the requester. What is signed is exactly this text.</summary>
/// <param name="Id">Identifies the agreement in the register.</param>
/// <param name="TemplateVersion">The version of the template it was made from.</param>
/// <param name="Text">The whole agreement, with the request's own terms; paragraphs separated by blank lines.</param>
/// <param name="TextHash">SHA-256 of <paramref name="Text"/> in UTF-8, lower-case hex: what a signature refers to.</param>
public sealed record NdaDocument(string Id, int TemplateVersion, string Text, string TextHash);

/// <summary>The requester's signature.</summary>
/// <param name="FullName">As typed by the signer.</param>
/// <param name="Title">The signer's title.</param>
/// <param name="TextHash">Hash of the text that was signed.</param>
public sealed record NdaSignature(string FullName, string Title, string TextHash);

/// <summary>An executed agreement as the register knows it; one still current is reused (ODA-03).</summary>
/// <param name="Id">Its id.</param>
/// <param name="RequestId">The request it was executed under.</param>
/// <param name="EndsOn">The last day it holds.</param>
public sealed record CurrentNda(string Id, string RequestId, LocalDate EndsOn);
