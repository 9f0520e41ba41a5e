// Lists a Hub with its own JavaScript client and reads cards; prints one JSON line of what it saw.
import { downloadFile, listModels, modelInfo } from '@huggingface/hub'

const [hubUrl, cards] = process.argv.slice(2)

// The client does not retry: a polite caller waits for the window that the headers announce.
const patient = async (url, options) => {
  for (;;) {
    const answer = await fetch(url, options)
    if (answer.status !== 429) return answer
    const seconds = Number(/t=(\d+)/.exec(answer.headers.get('RateLimit'))?.[1] ?? 1)
    waits += 1
    await new Promise((resolve) => setTimeout(resolve, Math.min(seconds, 1) * 1000))
  }
}

let waits = 0
const names = new Set()
let listed = 0
for await (const model of listModels({ hubUrl, fetch: patient, additionalFields: ['tags', 'sha'] })) {
  names.add(model.name)
  listed += 1
}

let read = 0
let missing = 0
let characters = 0
const details = []
for (const name of [...names].slice(0, Number(cards))) {
  try {
    const info = await modelInfo({ name, hubUrl, fetch: patient, additionalFields: ['cardData', 'filePaths'] })
    details.push(info.name === name && info.updatedAt instanceof Date)
    const blob = await downloadFile({ repo: name, path: 'README.md', hubUrl, fetch: patient })
    if (blob === null) {
      missing += 1
    } else {
      characters += (await blob.text()).length
      read += 1
    }
  } catch (error) {
    // Gated or disabled.
    if (error.statusCode !== 401 && error.statusCode !== 403) throw error
    missing += 1
  }
}

console.log(JSON.stringify({ listed, distinct: names.size, read, missing, characters, details: details.every(Boolean), waits }))
