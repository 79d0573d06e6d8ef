// Somebody is told when a deadline passed, an orchestration failed, mail does not leave, or the daily sweep did not run.
param name string
param environment string
param location string
param tags object
param workspaceId string
param emails string[]

resource told 'Microsoft.Insights/actionGroups@2023-01-01' = {
  name: 'ag-${name}-datarequests-${environment}'
  location: 'global'
  tags: tags
  properties: {
    groupShortName: 'datarequests'
    enabled: true
    emailReceivers: [for (email, i) in emails: { name: 'person${i}', emailAddress: email, useCommonAlertSchema: true }]
  }
}

var rules = [
  {
    name: 'deadline-breached'
    text: 'A request passed its deadline.'
    severity: 2
    every: 'PT1H'
    window: 'PT1H'
    query: 'AppMetrics | where Name == "requests.breaches" | where Sum > 0'
    missing: false
  }
  {
    name: 'orchestration-failed'
    text: 'An orchestration failed; the sweep restarts it, but somebody should look why.'
    severity: 2
    every: 'PT15M'
    window: 'PT15M'
    query: 'AppMetrics | where Name == "orchestrations.failed" | where Sum > 0'
    missing: false
  }
  {
    name: 'mail-failing'
    text: 'Mail could not be sent for a while; it waits and is tried again.'
    severity: 1
    every: 'PT15M'
    window: 'PT30M'
    query: 'AppMetrics | where Name == "effects.retries" | summarize Retries = sum(Sum) | where Retries >= 5'
    missing: false
  }
  {
    name: 'mail-late'
    text: 'A message left more than an hour after it was owed.'
    severity: 1
    every: 'PT15M'
    window: 'PT30M'
    query: 'AppMetrics | where Name == "mail.lag" | where Max > 3600'
    missing: false
  }
  {
    name: 'sweep-not-run'
    text: 'The daily sweep, which finds requests that nobody woke, has not run for more than a day.'
    severity: 1
    every: 'PT1H'
    window: 'P2D'
    query: 'AppMetrics | where Name == "sweep.runs" | summarize Last = max(TimeGenerated) | where Last > ago(26h)'
    missing: true
  }
]

resource rule 'Microsoft.Insights/scheduledQueryRules@2023-12-01' = [
  for one in rules: {
    name: '${name}-${environment}-${one.name}'
    location: location
    tags: tags
    properties: {
      displayName: one.text
      description: one.text
      severity: one.severity
      enabled: true
      scopes: [workspaceId]
      evaluationFrequency: one.every
      windowSize: one.window
      criteria: {
        allOf: [
          {
            query: one.query
            timeAggregation: 'Count'
            operator: one.missing ? 'LessThan' : 'GreaterThan'
            threshold: one.missing ? 1 : 0
            failingPeriods: { numberOfEvaluationPeriods: 1, minFailingPeriodsToAlert: 1 }
          }
        ]
      }
      autoMitigate: true
      actions: { actionGroups: [told.id] }
    }
  }
]
